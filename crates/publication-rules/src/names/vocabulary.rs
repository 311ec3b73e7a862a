//! Single words beside a name that change what it is: titles, places, verbs.

/// Titles that come before an adult's name.
#[rustfmt::skip]
pub(crate) fn is_adult_title(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"mr" | b"mrs" | b"ms" | b"dr" | b"doctor" | b"prof" | b"professor" | b"rev" | b"revd" | b"reverend"
        | b"sir" | b"dame" | b"lady" | b"lord" | b"cllr" | b"councillor" | b"canon" | b"bishop" | b"archbishop"
        | b"pc" | b"pcso" | b"sgt" | b"sergeant" | b"major" | b"colonel" | b"king" | b"queen" | b"president"
        | b"saint" | b"headteacher" | b"governor" | b"teacher" | b"author" | b"illustrator" | b"poet" | b"artist"
        | b"mp" | b"coach" | b"caretaker" | b"chair" | b"mayor" | b"imam" | b"rabbi" | b"pastor" | b"vicar" | b"fr"
        | b"st"
    )
}

/// Any title, a child's too.
pub(crate) fn is_title(normal: &[u8]) -> bool {
    is_adult_title(normal) || matches!(normal, b"miss" | b"master" | b"mx")
}

/// Nouns that, after a name and with a capital, make a place, building, group or thing of it.
#[rustfmt::skip]
pub(crate) fn is_place_noun(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"school" | b"academy" | b"primary" | b"infant" | b"infants" | b"junior" | b"juniors" | b"college"
        | b"nursery" | b"university" | b"road" | b"street" | b"lane" | b"avenue" | b"close" | b"drive" | b"way"
        | b"crescent" | b"gardens" | b"garden" | b"terrace" | b"place" | b"court" | b"grove" | b"mews" | b"rise"
        | b"row" | b"walk" | b"square" | b"hall" | b"house" | b"farm" | b"church" | b"cathedral" | b"chapel"
        | b"centre" | b"park" | b"wood" | b"woods" | b"station" | b"airport" | b"museum" | b"gallery" | b"theatre"
        | b"library" | b"hospital" | b"surgery" | b"foundation" | b"trust" | b"award" | b"awards" | b"trophy"
        | b"cup" | b"shield" | b"prize" | b"class" | b"team" | b"room" | b"building" | b"estate" | b"festival"
        | b"day" | b"week" | b"club" | b"stadium" | b"reserve" | b"common" | b"green" | b"hill" | b"bridge"
        | b"river" | b"valley" | b"island" | b"bay" | b"beach" | b"pool" | b"show" | b"fair" | b"fayre" | b"society"
        | b"company" | b"ltd"
    )
}

/// Words before a name that make it a place or a time.
#[rustfmt::skip]
pub(crate) fn is_place_preposition(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"the" | b"a" | b"an" | b"at" | b"in" | b"near" | b"into" | b"around" | b"through" | b"across" | b"towards"
        | b"during" | b"until" | b"since" | b"last" | b"next" | b"this" | b"our" | b"st" | b"saint" | b"every"
    )
}

/// Verbs after a name that only a person does.
#[rustfmt::skip]
pub(crate) fn is_person_verb(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"won" | b"wins" | b"scored" | b"scores" | b"said" | b"says" | b"played" | b"plays" | b"ran" | b"runs"
        | b"read" | b"reads" | b"wrote" | b"writes" | b"made" | b"makes" | b"sang" | b"sings" | b"was" | b"who"
        | b"has" | b"had" | b"is" | b"came" | b"gave" | b"took" | b"got" | b"received" | b"told" | b"thinks"
        | b"loved" | b"loves" | b"enjoyed" | b"showed" | b"helped" | b"helps" | b"swam" | b"jumped" | b"threw"
        | b"painted" | b"drew" | b"danced" | b"performed" | b"represented" | b"finished" | b"beat" | b"completed"
        | b"achieved" | b"earned" | b"explained" | b"joined" | b"worked" | b"works" | b"led" | b"spoke" | b"baked"
        | b"built" | b"in" | b"from" | b"for" | b"aged" | b"and"
    )
}

/// Small words before a name that a person is spoken of or to with, and hardly a place.
#[rustfmt::skip]
pub(crate) fn is_person_cue(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"that" | b"by" | b"with" | b"thank" | b"thanks" | b"is" | b"was" | b"did" | b"has" | b"had" | b"does" | b"ask"
        | b"asked" | b"tell" | b"told" | b"saw" | b"met" | b"said" | b"says" | b"dear" | b"hi" | b"hello" | b"love"
        | b"called" | b"named" | b"friend" | b"pupil" | b"when" | b"because" | b"like" | b"meet" | b"not"
    )
}

/// What only people do, right after a name: narrower than [`is_person_verb`].
#[rustfmt::skip]
pub(crate) fn is_person_act(normal: &[u8]) -> bool {
    matches!(
        normal,
        b"said" | b"says" | b"told" | b"won" | b"scored" | b"wrote" | b"writes" | b"plays" | b"played" | b"lives"
        | b"lived" | b"works" | b"worked" | b"joined" | b"thinks" | b"thought" | b"asked" | b"explained" | b"added"
        | b"sang" | b"ran" | b"swam" | b"read" | b"met" | b"married" | b"studied" | b"taught" | b"visited" | b"was"
        | b"has" | b"who" | b"is" | b"had" | b"went" | b"came" | b"took" | b"made" | b"gave" | b"got" | b"loves"
    )
}
