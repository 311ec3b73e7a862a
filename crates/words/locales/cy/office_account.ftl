### Staff: mewngofnodi, sefydlu cyfrif, eich cyfrif eich hun, cyfrifon pobl eraill.

## The first page.
office-home-title = I staff
office-home-lead = Braf eich gweld, { $name }. Dyma beth y gallwch ei wneud.
office-home-staff = Cyfrifon staff
office-home-staff-about = Gwahodd pobl, dweud beth y caiff pob un ei wneud, helpu rhywun nad yw'n gallu mewngofnodi.
office-home-account = Eich cyfrif
office-home-account-about = Ble'r ydych wedi mewngofnodi, eich cyfrinair, eich codau adfer.
