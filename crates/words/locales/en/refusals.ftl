### What someone reads when the pages cannot do what was asked. Each kind of refusal has four messages:
### -title (also the page's title), -what (what happened), -kept (what became of what they sent before or just now)
### and -do (what to do now). Never blame the reader, never say more than is true.

## The address leads nowhere.
refusal-not-found-title = We cannot find that page
refusal-not-found-what = The address may be mistyped, or the page may have moved.
refusal-not-found-kept = Nothing you sent us before is lost or changed.
refusal-not-found-do = Check the address, or start again from your school’s first page.

## The page exists but was asked for in a way it does not answer, such as opening the target of a form.
refusal-method-not-allowed-title = This page cannot be opened that way
refusal-method-not-allowed-what = You may have opened the address of a form, or gone back to a page that only receives answers.
refusal-method-not-allowed-kept = Nothing was sent or changed this time. Everything you sent before is saved.
refusal-method-not-allowed-do = Go back to your school’s first page and choose again from there.

## Nobody is signed in, or the time without activity was too long.
refusal-sign-in-needed-title = Please sign in
refusal-sign-in-needed-what = You need to sign in to see this page. To keep your family’s details private, we also sign you out if you do nothing for a while.
refusal-sign-in-needed-kept = What you have sent before is saved. If you had just sent a page, it may have been saved or not: look before you send it again.
refusal-sign-in-needed-do = Sign in and continue.

## A program without a token, or with one that does not hold.
refusal-token-needed-title = A token is needed
refusal-token-needed-what = This address is for programs that send a token. There was no token, or it is not valid here.
refusal-token-needed-kept = Nothing was changed.
refusal-token-needed-do = Send it as “Authorization: Bearer” and the token. A school’s administrator creates tokens in the settings.
refusal-token-scope-title = This token was not made for this
refusal-token-scope-what = Each token is made for certain things, and this address is not among them.
refusal-token-scope-kept = Nothing was changed.
refusal-token-scope-do = A school’s administrator can make another token in the settings, for what this program does.

## Signed in, but not as someone this page is for.
refusal-wrong-person-title = You cannot see this page
refusal-wrong-person-what = You are signed in, but this page is for someone else. It may belong to another family or another school, or be for staff.
refusal-wrong-person-kept = Nothing was changed. Everything you sent before is saved.
refusal-wrong-person-do = Go back to your own pages. If you think you should see this one, ask the school office.

## The form was open for too long, or was opened before signing in again.
refusal-form-expired-title = This page has been open for too long
refusal-form-expired-what = To keep your answers safe, a page only works for a limited time, and only in the browser you opened it in.
refusal-form-expired-kept = Nothing was saved this time. If you have sent this page before, it may have been saved: look before you send it again.
refusal-form-expired-do = Open the page again. If your answers are not there, send them again.

## More was sent than we take.
refusal-too-large-title = That is too much to send at once
refusal-too-large-what = What you sent is larger than this page allows.
refusal-too-large-kept = It was not saved. Everything you sent before is saved.
refusal-too-large-do = Go back, make it shorter, and send it again.

## The form came in a shape no browser of ours sends.
refusal-wrong-content-type-title = We cannot read what was sent
refusal-wrong-content-type-what = It came in a format this page does not understand.
refusal-wrong-content-type-kept = It was not saved. Everything you sent before is saved.
refusal-wrong-content-type-do = Open the page again and fill it in there. If it keeps happening, try another browser or ask the school office.

## The fields could not be read at all (a field's own mistake is shown on its page instead).
refusal-bad-form-title = Something went wrong with that form
refusal-bad-form-what = Part of what was sent was missing, repeated or damaged on the way.
refusal-bad-form-kept = It was not saved. Everything you sent before is saved.
refusal-bad-form-do = Go back, open the page again and send your answers again.

## Too many tries in a short time.
refusal-too-many-tries-title = Please wait a little
refusal-too-many-tries-what = There have been too many tries in a short time, by you or by someone using the same internet connection. We pause them to keep everyone’s details safe.
refusal-too-many-tries-kept = Nothing was changed. Everything you sent before is saved.
# $minutes is rounded up and never 0.
refusal-too-many-tries-do = { $minutes ->
    [one] Wait 1 minute, then try again.
   *[other] Wait { $minutes } minutes, then try again.
}

## The place where answers are kept cannot be reached.
refusal-store-not-reachable-title = We cannot reach our records right now
refusal-store-not-reachable-what = The system that keeps your answers did not reply. This is our fault, not yours.
refusal-store-not-reachable-kept = Everything you sent before is safe. We cannot tell whether what you sent just now was saved.
refusal-store-not-reachable-do = Wait a few minutes and try again. It is fine to send the same page twice: we only save it once.

## Anything we did not foresee.
refusal-something-went-wrong-title = Sorry, something went wrong
refusal-something-went-wrong-what = There is a fault on our side. You did nothing wrong.
refusal-something-went-wrong-kept = Everything you sent before is safe. We cannot tell whether what you sent just now was saved.
refusal-something-went-wrong-do = Try again in a few minutes. If it keeps happening, tell the school office.

# The way on from a page that needs somebody signed in.
refusal-sign-in-needed-button = Sign in

## What a program is told instead, with the code of the refusal and its status beside it.
refusal-program-not-found = There is nothing at this address. Nothing was changed.
refusal-program-bad-address = The address is not well formed: bad percent-encoding, a control character, or too long. Nothing was changed.
refusal-program-method-not-allowed = This address does not accept this method. The Allow header lists the ones it accepts. Nothing was changed.
refusal-program-too-large = The body is larger than this address accepts. Nothing was changed.
refusal-program-content-type = This address does not accept this type of body, or there is no Content-Type. Nothing was changed.
refusal-program-bad-body = This address cannot read the body, or the body was cut short. Nothing was changed.
refusal-program-too-many = Too many requests in a short time. The header Retry-After says how many seconds to wait. Nothing was changed.

## To staff, in the office.
refusal-staff-sign-in-what = You need to sign in to see this page. Because these pages are about children, we also sign you out if you do nothing for a while.
refusal-staff-sign-in-kept = Everything you saved is safe. If you had just sent a page, it may have been saved or not: look before you send it again.
refusal-staff-wrong-person-what = You are signed in, but this page is for other roles at the school.
refusal-staff-wrong-person-kept = Nothing was changed. Everything you saved before is safe.
refusal-staff-wrong-person-do = Go back to the first page for staff: it shows everything you can open. If you need this page for your work, ask an administrator at your school to change your roles.
refusal-staff-not-found-do = Check the address, or start again from the first page for staff. Someone may also have removed what you are looking for.
refusal-staff-method-do = Go back to the first page for staff and choose again from there.
refusal-to-office = Go to the first page for staff
