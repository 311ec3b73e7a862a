//! By which names schools' systems know the columns.

use crate::Column;

/// A column of a list with the names it goes by, without spaces, signs and capitals, one after the other, the likelier
/// first. Where a file has two of them, the first counts: of "Legal forename" and "Forename", as systems export them,
/// the legal one is the forename and the other the one the pupil is called by.
pub(crate) type Names = (Column, &'static str);

/// A pupil's number. The order matters: both lists of a school must come to the same of several.
const PUPIL_NUMBERS: &str = "pupilid studentid learnerid admissionnumber admissionno admissionnum admnumber admno adno \
         pupiladmissionnumber studentadmissionnumber pupilnumber pupilno studentnumber studentno \
         pupilreference pupilref misid pupilmisid studentmisid systemid externalid personid upn pupilupn \
         studentupn uniquepupilnumber rhifderbyn rhifdisgybl iddisgybl";

pub(crate) const PUPILS: &[Names] = &[
    (Column::Id, "id"),
    (Column::Id, PUPIL_NUMBERS),
    (
        Column::Forename,
        "legalforename legalfirstname legalgivenname forename firstname givenname pupilforename \
         studentforename pupilfirstname studentfirstname enwcyntaf enwcyntafcyfreithiol forenames firstnames \
         legalforenames preferredforename preferredfirstname preferredgivenname chosenforename",
    ),
    (Column::MiddleNames, "middlenames middlename legalmiddlenames legalmiddlename othernames enwaucanol"),
    (
        Column::Surname,
        "legalsurname legallastname legalfamilyname surname lastname familyname pupilsurname studentsurname \
         pupillastname studentlastname cyfenw cyfenwcyfreithiol preferredsurname preferredlastname \
         preferredfamilyname chosensurname",
    ),
    (
        Column::PreferredForename,
        "preferredforename preferredfirstname preferredname preferredgivenname chosenforename chosenname \
         knownas calledname usualforename enwgaeldefnyddio enwadnabyddir forename firstname givenname",
    ),
    (
        Column::PreferredSurname,
        "preferredsurname preferredlastname preferredfamilyname chosensurname chosenlastname knownassurname \
         usualsurname cyfenwadefnyddir surname lastname familyname",
    ),
    (Column::Name, "name fullname pupilname studentname pupil student legalname surnameforename enw enwllawn"),
    (
        Column::YearGroup,
        "yeargroup year yr yrgroup yeargrp yg ncyear ncyeargroup nationalcurriculumyear \
         nationalcurriculumyeargroup yeartaughtin currentyear curriculumyear actualncyear grade stage \
         blwyddyn grwpblwyddyn",
    ),
    (
        Column::Class,
        "class classname reg reggroup reggrp registrationgroup regclass registrationclass registration \
         regform registrationform form formgroup tutorgroup tutorgrp homeroom dosbarth grwpcofrestru",
    ),
    (Column::KeyStage, "keystage ks currentkeystage cyfnodallweddol"),
];

pub(crate) const CONTACTS: &[Names] = &[
    (Column::PupilId, PUPIL_NUMBERS),
    (Column::PupilId, "pupil student id"),
    (
        Column::Name,
        "name contactname contactfullname fullname parentname carername parentcarername parentcarer \
         guardianname contact salutationname enw enwcyswllt",
    ),
    (Column::Title, "contacttitle parenttitle title teitl"),
    (Column::Forename, "contactforename contactfirstname parentforename parentfirstname forename firstname enwcyntaf"),
    (Column::Surname, "contactsurname contactlastname parentsurname parentlastname surname lastname cyfenw"),
    (
        Column::Relation,
        "relation relationship relationshiptopupil relationshiptostudent relationshiptochild relationtopupil \
         relationtochild contactrelationship relationshiptype perthynas",
    ),
    (
        Column::ParentalResponsibility,
        "parentalresponsibility parentalresp parentresponsibility hasparentalresponsibility \
         legalresponsibility pr cyfrifoldebrhiant cyfrifoldebrhieni",
    ),
    (
        Column::Email,
        "email emailaddress mainemail mainemailaddress primaryemail primaryemailaddress contactemail \
         contactemailaddress parentemail homeemail personalemail workemail mail ebost cyfeiriadebost",
    ),
    (
        Column::Phone,
        "phone telephone mobile mobilephone mobilenumber mobiletelephone mobileno maintelephone mainphone \
         primaryphone primarytelephone phonenumber telephonenumber contactnumber contactphone \
         contacttelephone tel telno telephoneno hometelephone homephone daytelephone worktelephone workphone \
         ffon ffonsymudol rhifffon",
    ),
];

pub(crate) const STAFF: &[Names] = &[
    (
        Column::Id,
        "id staffid staffcode staffnumber staffno staffreference staffref employeeid employeenumber \
         payrollnumber personid externalid misid code idstaff",
    ),
    (Column::Name, "name fullname staffname displayname enw enwllawn"),
    (Column::Title, "title teitl"),
    (Column::Forename, "preferredforename forename firstname givenname legalforename enwcyntaf"),
    (Column::Surname, "preferredsurname surname lastname familyname legalsurname cyfenw"),
    (Column::Role, "role roles staffrole schoolgaterole swyddogaeth rol rolau"),
    (
        Column::Email,
        "email emailaddress workemail workemailaddress schoolemail mainemail primaryemail mail ebost \
         cyfeiriadebost",
    ),
    (
        Column::Class,
        "class classes classname reg reggroup registrationgroup form formgroup tutorgroup tutorgroups ownclass teaches \
         dosbarth dosbarthiadau",
    ),
];
