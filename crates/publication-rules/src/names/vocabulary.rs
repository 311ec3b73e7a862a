//! Single words beside a name that change what it is: titles, places, verbs. Each list is words in normal form between spaces.

/// Titles that come before an adult's name.
pub(super) const ADULT_TITLES: &str = "\
mr mrs ms dr doctor prof professor rev revd reverend sir dame lady lord cllr councillor canon bishop archbishop \
pc pcso sgt sergeant major colonel king queen president saint headteacher governor teacher author illustrator \
poet artist mp coach caretaker chair mayor imam rabbi pastor vicar fr st";

/// Titles that may be a child's.
pub(super) const OTHER_TITLES: &str = "miss master mx";

/// Nouns that, after a name and with a capital, make a place, building, group or thing of it.
pub(super) const PLACE_NOUNS: &str = "\
school academy primary infant infants junior juniors college nursery university road street lane avenue close \
drive way crescent gardens garden terrace place court grove mews rise row walk square hall house farm church \
cathedral chapel centre park wood woods station airport museum gallery theatre library hospital surgery \
foundation trust award awards trophy cup shield prize class team room building estate festival day week club \
stadium reserve common green hill bridge river valley island bay beach pool show fair fayre society company ltd";

/// Words before a name that make it a place or a time.
pub(super) const PLACE_PREPOSITIONS: &str = "\
the a an at in near into around through across towards during until since last next this our st saint every";

/// Verbs after a name that only a person does.
pub(super) const PERSON_VERBS: &str = "\
won wins scored scores said says played plays ran runs read reads wrote writes made makes sang sings was who has \
had is came gave took got received told thinks loved loves enjoyed showed helped helps swam jumped threw painted \
drew danced performed represented finished beat completed achieved earned explained joined worked works led \
spoke baked built in from for aged and";

/// Small words before a name that a person is spoken of or to with, and hardly a place.
/// Small words before a name that a person is spoken of or to with, and hardly a place.
pub(super) const PERSON_CUES: &str = "\
that by with thank thanks is was did has had does ask asked tell told saw met said says dear hi hello love \
called named friend pupil when because like meet not";

/// What only people do, right after a name: narrower than [`PERSON_VERBS`].
pub(super) const PERSON_ACTS: &str = "\
said says told won scored wrote writes plays played lives lived works worked joined thinks thought asked \
explained added sang ran swam read met married studied taught visited was has who is had went came took made \
gave got loves";

/// Words after a surname that it is several children's.
pub(super) const FAMILY_NOUNS: &str = "\
twins triplets brothers sisters siblings boys girls children kids cousins family";

/// Words of surnames that are no surname alone.
pub(super) const PARTICLES: &str = "\
van von der den de del della di da dos das do du la le el al bin bint ibn ben abu ap ab ferch o mac mc ni nic st \
ter ten zu ur ul y e san santa af av an na t abd";

/// Everyday words that neither begin nor end a name when they are written small, beside every single letter.
pub(super) const FUNCTION_WORDS: &str = "\
of to in is it on at as be by we he or if an us so up no my me am do go the and for was are our you all has had \
his her who can not but out any how its she him did get with that this have from they were your been them when \
what also than then each into more very some their there which would about these those other could after school \
children please because should";

/// The last words of labels that a forename or surname stands after.
pub(super) const LABELS: &str = "\
forename forenames firstname firstnames givenname givennames fname christianname preferredname preferredforename \
legalforename surname surnames lastname lastnames familyname lname cyfenw legalsurname name names cyntaf";
