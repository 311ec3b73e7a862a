### The publication checker: what was found before something is published, why, and how to put it right. Editors and web
### teams read these in lists: one or two short sentences each, calm, never quoting what was found.

## What each rule looks for
checker-rule-pupil-full-name = Pupils’ full names
checker-rule-likely-full-name = What looks like a child’s full name
checker-rule-staff-contact = Contact details of named staff
checker-rule-email-address = Email addresses other than the school’s own
checker-rule-phone-number = Telephone numbers other than the school’s own
checker-rule-postal-address = Postcodes and street addresses other than the school’s own
checker-rule-name-by-picture = Names beside pictures
checker-rule-name-in-file-name = Names in file names
checker-rule-picture-location = Pictures that say where they were taken
checker-rule-picture-metadata-name = Names inside pictures
checker-rule-picture-holds-more = Pictures that hold more than they show
checker-rule-harvestable-email = Email addresses that programs can collect
checker-rule-picture-without-permission = Pictures without permission
checker-rule-link-broken = Links that do not work
checker-rule-link-moved = Links that have moved
checker-rule-link-unreviewed = Links that nobody has reviewed in time
checker-rule-superseded-service = Services that no longer exist
checker-rule-ceop-link-missing = A link to the CEOP Safety Centre
checker-rule-must-publish-missing = What the school has to publish
checker-rule-credit-missing = Pictures without a credit

## What was found
checker-pupil-on-list = A pupil’s full name.
checker-pupil-by-initial = An initial and surname that match a pupil. Someone else may have them too.
checker-pupil-name-of-words = A pupil has this name, though each part is also an ordinary word.
checker-pupil-name-reads-as-words = A pupil has this name, but here it reads like ordinary words.
checker-pupil-name-reads-as-place = A pupil has this name, but here it reads like a place or a thing.
checker-pupil-name-of-adult = A pupil has this name, but the title in front of it is an adult’s.
checker-pupil-name-across-list = Two names next to each other in this list make a pupil’s name, surname first.
checker-likely-child-class = Probably a child’s full name: there is a class or year group beside it.
checker-likely-child-age = Probably a child’s full name: there is an age beside it.
checker-likely-child-award = Probably a child’s full name: it is about a prize or praise.
checker-likely-child-team = Probably a child’s full name: it is about a team or a performance.
checker-likely-child-family = Probably a child’s full name: a parent, brother or sister is named.
checker-likely-child-pupil = Probably a child’s full name: it is about a pupil.
checker-likely-person = Probably someone’s full name.
checker-contact-of-staff = Contact details of a named member of staff.
checker-email-of-individual = One person’s mailbox at the school.
checker-email-elsewhere = An email address that is not the school’s.
checker-email-of-pupil = An email address with a pupil’s name in it.
checker-phone-mobile = A mobile number.
checker-phone-landline = A telephone number that is not the school’s.
checker-phone-organisation = A telephone number of an organisation.
checker-phone-abroad = A telephone number in another country.
checker-phone-local = A telephone number without its area code.
checker-postcode = A postcode that is not the school’s.
checker-street-address = A street address that is not the school’s.
checker-pupil-beside-picture = A pupil’s full name beside a picture.
checker-likely-name-beside-picture = Probably someone’s full name beside a picture.
checker-first-name-beside-picture = A first name beside a picture. This school does not allow it.
checker-pupil-in-file-name = A pupil’s name in a file name.
checker-likely-name-in-file-name = Probably someone’s name in a file name.
# $source is EXIF, XMP, IPTC or checker-source-comment; $field is the field's own name in that standard.
checker-picture-position = The picture says where it was taken ({ $source }).
checker-picture-place-name = The picture names a place ({ $source }, { $field }).
checker-picture-maker-data = The camera’s own data is still in the picture and may say where it was taken.
checker-picture-names-pupil = A pupil’s name inside the picture ({ $source }, { $field }).
checker-picture-thumbnail = The small preview inside this picture shows something else: often the picture before it was cut.
checker-picture-left-behind = There are { NUMBER($kilobytes) } kB behind the end of this picture: often what was cut away, or a short film.
checker-picture-names-person = Someone’s name inside the picture ({ $source }, { $field }).
checker-source-comment = a comment
checker-harvest-script = A script puts this address together. Few of the programs that collect addresses read it.
checker-harvest-encoded = This address is written in codes. Some of the programs that collect addresses read them.
checker-harvest-words = This address is written in words. Some of the programs that collect addresses read them.
checker-harvest-plain = Programs that collect addresses will find this one.
checker-harvest-mailto = Programs that collect addresses will find this one at once.
checker-harvest-breaks-screen-readers = This address is hidden in a way that a screen reader cannot read out.
checker-picture-not-permitted = Not everyone in this picture may appear here.
checker-picture-copy-not-permitted = This looks like a copy of a picture, and not everyone in it may appear here.
checker-link-error = The link gives error { $status }.
checker-link-silent = The link does not work.
checker-link-elsewhere = The link has moved to { $address }.
checker-link-review-due = The link was last reviewed on { $date }.
checker-link-never-reviewed = Nobody has reviewed this link.
checker-service-replaced = { $service } no longer exists. { $new } has taken its place.
checker-service-gone = { $service } no longer exists.
checker-ceop-missing = { NUMBER($pages) ->
    [one] There is no link to the CEOP Safety Centre on the one page we checked. It is recommended.
   *[other] There is no link to the CEOP Safety Centre on the { NUMBER($pages) } pages we checked. It is recommended.
}
# $item is an item of the list of what schools publish; $places is a list of pages.
checker-item-has-to = The school must publish this, but we did not find it: { $item }. We looked on { $places }.
checker-item-should = The school should publish this, but we did not find it: { $item }. We looked on { $places }.
checker-picture-uncredited = A picture from another site, with no credit near it. Whose is it?

## How to put it right
checker-fix-first-name = Write “{ $replacement }” instead.
checker-fix-take-out = Remove it.
checker-fix-school-contact = Use { $contact } instead.
checker-fix-own-contact = Use the school’s own contact details instead.
checker-fix-rename = Call the file “{ $replacement }”.
checker-fix-strip = Publish the safe copy without the metadata. The picture itself does not change.
checker-fix-contact-form = A contact form or the office’s mailbox is safer.
checker-fix-other-picture = Choose another picture.
checker-fix-link-to = Link to { $address }.
checker-fix-link = Change the link, or remove it.
checker-fix-review = Look at it and decide.
checker-fix-publish = Add it.
checker-fix-credit = Add a credit, or confirm that the picture is the school’s own.

## The school's own rule. $about is one of checker-about-; $section is where the school's policy says it.
checker-policy = The school’s policy on { $about }.
checker-policy-section = The school’s policy on { $about }: { $section }.
checker-about-pupil-names = pupils’ names
checker-about-contact-details = contact details
checker-about-pictures = pictures of pupils
checker-about-picture-metadata = what pictures carry inside
checker-about-email-harvesting = how email addresses are written
checker-about-links = links to other sites
checker-about-must-publish = what the school publishes
checker-about-credits = other people’s material

## Why a part was not examined
checker-why-too-large = It is too large.
checker-why-too-much-inside = It is far bigger than it should be when unpacked.
checker-why-too-many-entries = It has too many parts.
checker-why-too-deep = It is nested too deeply.
checker-why-damaged = It is damaged, or is not the kind of file it claims to be.
checker-why-encrypted = It is protected by a password.
checker-why-unknown-kind = The checker cannot read this kind of file.
checker-why-unknown-encoding = The checker cannot read its character encoding.
checker-why-no-text = It shows something but has no text, as scanned pages do.
checker-why-unreadable-font = We cannot tell its letters apart.
checker-why-embedded = It is a file inside a file.
checker-why-too-many-findings = There are too many findings to list them all.
checker-why-pupil-list-renewing = Pupils’ names have just changed, and the list is not ready yet. Check again in a minute.
checker-why-no-list-given = There is no pupil list, so we could not look for pupils’ names. Give the list that the office exported: --list.
checker-why-empty-folder = There is no file in it to check.
checker-why-no-pupil-list = The school has no pupil list yet, so we could not look for pupils’ names. The office makes one by importing the pupils.

## Why there is no safe copy
checker-not-clean-other-kind = We can only make a safe copy of a text, a web page, a Word document or a picture. The findings say what to change in the original of this file.
checker-not-clean-pdf = We cannot make a safe copy of a PDF. Change what was found in the program the PDF came from, such as Word, take the author and title out of its properties there, and save it as a new PDF. Covering words with a box leaves them in the file.
checker-not-clean-unread = We cannot make a safe copy, because we cannot read all of the file.

## Outcomes, in the program for the command line
checker-verdict-clear = clear
checker-verdict-review = someone needs to look at it
checker-verdict-not-examined = not all of it was checked
checker-verdict-stop = do not publish it like this
checker-severity-stop = stop
checker-severity-warn = warning
checker-severity-note = note
checker-unexamined-line = not examined: { $part }.
checker-on-page = page { $page }

## What the API answers when a request cannot be done
checker-api-title = The request cannot be read
checker-api-purpose = The school has no purpose with this name. It has: { $listed }.
checker-api-twice = The parameter { $field } may appear only once.
checker-api-file-name = A file name has at most { $most } characters and no control characters.
checker-api-type-title = The body cannot be read like this
checker-api-type-form = Send the file itself as the body, with its own content type, and not a form. With curl: --data-binary @newsletter.txt -H "Content-Type: text/plain".
checker-api-type-malformed = The Content-Type is not a media type such as text/plain.
checker-api-type-encoded = Send the body as it is, without a Content-Encoding.
checker-api-large-title = The file is too large
checker-api-large = At most { $most } MB are checked at once.
checker-api-cut-title = The file did not arrive whole
checker-api-cut = The connection ended before the whole body had come. Nothing was checked.
checker-api-slow-title = The file came too slowly
checker-api-slow = Others were waiting to check theirs. Nothing was checked: send it again in half a minute.
checker-api-not-clean-title = There is no safe copy of this file

## The blinded pupil list, among the office's lists
checker-list-title = For checks before publication
checker-list-text = Before something is published, it is checked against a list of pupils in which no name can be read. The list stays up to date by itself. Whoever looks after your website can also have it, to check each page in their own program, schoolgate-check.
checker-list-none = Nobody is on the list yet. Import the pupils first.
checker-list-key-text = The list only works with its key. Anyone who has both can test whether a name is on it, so send them separately, and only to people who may know which children are at the school.
checker-list-button = Download the list
checker-list-key-button = Download its key
