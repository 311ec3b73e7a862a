### What is printed and sent home in a school bag: letters with a sign-in code, and forms to fill in with a pen.
### Reading age 12. Short sentences.

print-title = Letters and forms about photo permission
print-foot = { $whose } · page { $page } of { $of }
print-office = School office: { $telephone }, { $email }
print-privacy = Privacy: { $school } uses this to record your permission and for nothing else. Only you and the staff who need them see your answers. To see or correct the information kept, ask the school office. You can complain to the Information Commissioner’s Office (ico.org.uk).

## The letter with a code
print-letter-to = To: { $name }
print-letter-about = About: { $children }
print-letter-title = Photo permission: your sign-in code
print-letter-why = { $school } asks every family which photos, films and work of their child it may use. You can answer online, on any phone or computer.
print-letter-time = It takes about five minutes. You can say no to anything: your child will not miss out.
print-letter-open = 1. Open this page
print-letter-camera = A square for your phone’s camera. It opens { $address }
print-letter-code = 2. Type in your code
print-letter-keep = Keep this letter. The code works every time, so you can come back and change your mind. If the school sends you a newer letter, use the code on that one: this one then stops working.
print-letter-secret = The code is yours alone. Nobody from school will ask you for it.
print-letter-other = No phone or computer?
print-letter-paper = Ask the school office for a paper form, or tell them your answers. They count just the same.

## The form
print-form-title = Photo permission: paper form
print-form-child = Child: { $name }, class { $class }
print-form-lead = Please tick one box under each question, sign at the end and return this form.
print-form-free = You can say no to anything: your child will not miss out. Where you tick nothing, you have not answered, and the school will ask again.
print-form-return-by = Please return this form to the school office by { $date }.
print-form-return = Please return this form to the school office.
print-form-sign = Your signature
print-form-who = Anyone with parental responsibility for the child can sign. If more than one person answers, the school goes ahead only when everyone who has answered says yes.
print-form-name = Your name
print-form-relation = What you are to the child (mother, father, carer)
print-form-signature = Signature
print-form-date = Date
print-form-change = You can change your mind at any time: tell the school office or ask for another form.
