### A pupil’s contacts, added and changed by hand.

contact-add-title = Add a contact
contact-add = Add this contact
contact-add-lead = Please add them in the school’s own system too. Until then, importing a list will not remove them unless you say so.
contact-edit-title = Edit contact
# $name is the contact, as a link on the pupil’s page.
contact-edit = Edit { $name }
# $name is the contact, $child the pupil.
contact-of = { $name }, contact of { $child }
contact-edit-lead = Please correct the school’s own system too. Until then, importing a list will not change this back unless you say so.
contact-edit-all = { $count ->
    [one] This contact is listed for 1 pupil.
   *[other] This contact is listed for { $count } pupils. A new name, email or telephone number is used for all of them. The relationship and parental responsibility change for this pupil only.
}
contact-name = Name
contact-name-hint = As you would address a letter to them
contact-relation = Relationship to the pupil
contact-relation-hint = For example mother, grandfather or foster carer
contact-responsible = Do they have parental responsibility?
contact-responsible-yes = Yes
contact-responsible-no = No
contact-responsible-not-known = We do not know yet
contact-responsible-missing = Choose whether they have parental responsibility
contact-email = Email
contact-email-hint = Codes to sign in are sent here. Leave it empty for a family you write to on paper.
contact-email-wrong = Enter an email address, for example name@example.org
contact-email-several = Enter one email address only
contact-email-unreachable = Codes can never arrive at this address. Enter another one, or leave it empty
contact-telephone = Telephone
contact-telephone-wrong = Enter one telephone number with at least 5 digits
contact-check-email = Check the email address
contact-email-mistyped = { $address } looks mistyped.
contact-email-shared = This address is already used by { $names }. Anyone who reads its messages can sign in as each of them.
contact-sure-legend = Is the address right?
contact-sure = Yes, save { $address }
contact-person = Who is this?
contact-person-hint = One person should be listed once, also if several pupils are theirs.
# $name is a contact the school knows.
contact-person-known = { $name }, who is already listed
contact-person-new = Someone else who shares the address
contact-person-missing = Choose who this is
contact-field-is = { $field }: { $value }
contact-happened = { $who }: { $what }
contact-happened-added = added
contact-happened-ended = no longer a contact
contact-added = The contact is added.
contact-saved = The contact is saved. If the email address changed, codes and letters sent before no longer work.
contact-ended = The contact is removed from this pupil.
contact-gone = Nothing was saved: someone removed this contact from the pupil while you had the form open.
contact-end = Remove this contact
contact-end-title = Remove { $name } as a contact of { $child }?
contact-end-lead = Do this only if the school is sure, for example after a court order or a family’s own request.
contact-end-decides = They can no longer see or answer anything about this pupil. Answers they have given stop being used.
contact-end-signs-out = They are listed for no other pupil, so they can no longer sign in, and letters with codes no longer work.
contact-end-stays = { $count ->
    [one] They stay a contact of 1 other pupil.
   *[other] They stay a contact of { $count } other pupils.
}
contact-end-answers = The record of what they answered stays, as proof.
