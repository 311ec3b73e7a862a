### Staff: signing in, setting an account up, one's own account, accounts of others.

## The first page.
office-home-title = For staff
office-home-lead = Good to have you here, { $name }. This is what you can do.
office-home-staff = Staff accounts
office-home-staff-about = Invite people, say what each may do, help somebody who cannot sign in.
office-home-account = Your account
office-home-account-about = Where you are signed in, your passphrase, your recovery codes.
