#!/usr/bin/env python3
"""Makes the checker's corpora: fictional rosters, and texts with what is planted in them.

Usage: python3 make.py   (writes practice/ and held-out/ beside itself; the same files every time)

Templates hold slots; each slot that plants something notes the Unicode scalar values it takes in the finished text.
The held-out set has other pupils, other templates and other ways of writing: nobody tunes the rules to it.
"""
import html
import json
import random
import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent

FORENAMES = """Amara Oluwaseun Chidi Ngozi Kwame Abena Yusuf Aisha Muhammad Fatima Zainab Ibrahim Maryam Hamza Safiya Bilal Priya
Arjun Ananya Rohan Diya Kavya Ishaan Harpreet Gurleen Jaspreet Wei Mei Jun Xin Yuki Haruto Minh Linh Thao Kasia Jakub Zofia
Oliwia Szymon Mateusz Agnieszka Wojciech Andrei Ioana Mihai Elena Dimitri Nikos Eleni Sofia Mateo Lucia Santiago Joao Beatriz
Siobhan Niamh Aoife Cillian Oisin Fionn Seren Rhys Cerys Gethin Angharad Eilidh Hamish Isla Callum Oliver Amelia George Olivia
Harry Freya Alfie Poppy Archie Florence Theo Ivy Leo Ava Freddie Grace Noah Lily Arthur Evie Jude Elsie Finley Willow Reuben
Daisy Zachary Matilda Toby Heidi Rafe Orla Kit Nell Tadeusz Svetlana Oksana Bohdan Taras Leyla Emre Defne Soraya Cyrus Roya
Noor Idris Halima Abdirahman Hodan Ayaan Tenzin Pema Siddharth Meera Tariq Layla Zeynep Omar Ruqayyah Ebony Tyrone Shanice Kofi
Adwoa Thandiwe Tendai Rutendo Makena Wanjiru Esi Jean-Luc Marie-Claire Anne-Marie Zoë Chloé Renée Björn Søren Åsa Jürgen""".split()

SURNAMES = """Okafor Adeyemi Nwosu Mensah Boateng Owusu Diallo Kamara Conteh Mwangi Ndlovu Moyo Hussain Khan Ahmed Begum Rahman
Chowdhury Malik Qureshi Iqbal Sheikh Patel Sharma Gupta Reddy Iyer Nair Singh Kaur Sandhu Gill Dhillon Chen Wang Zhang Liu Huang
Nguyen Tran Pham Kowalski Nowak Wisniewska Zielinski Kaminski Lewandowska Popescu Ionescu Dumitru Papadopoulos Georgiou
Fernandes Silva Pereira Rodriguez Martinez Garcia-Lopez O'Connor O'Brien O'Sullivan Murphy Gallagher Kavanagh MacDonald McAllister
Campbell Fraser Drummond Llewellyn Gwilym Bevan Pritchard Probert Whitcombe Hathersage Thistlewood Featherstonehaugh Ravenscroft
Ollerenshaw Micklethwaite Arkwright Braithwaite Entwistle Clegg Duckworth Fairclough Greenhalgh Hargreaves Ollerton Pickersgill
Ramsbottom Sowerby Tattersall Wolstenholme Yardley Abernathy Blenkinsop Cholmondeley Dunstable Etherington Fotheringham
Smith-Jones Taylor-Okoro Ahmed-Lewis Bannerman-Clarke Wright-Adeleke Hassan Yilmaz Kaya Demir Hosseini Farahani Karimi Al-Masri
El-Sayed Haddad Khoury Nasser van_der_Berg de_Souza da_Costa von_Stein Le_Roux di_Marco O'Flaherty D'Souza N'Diaye Müller
Jørgensen Lindström Sørensen Žukauskas Petrauskas Novák Dvořák Horváth Szabó Kovács Ivanova Petrenko Shevchenko Kovalenko""".split()

WORD_NAMES = [("May", "Green"), ("Mark", "Hill"), ("Grace", "Church"), ("Will", "Young"), ("Rose", "Lane"), ("Jack", "Frost"),
              ("Summer", "Woods"), ("Joy", "Bell"), ("Robin", "Long"), ("Amber", "Stone"), ("Hope", "Brown"), ("Faith", "Parry")]

HELD_FORENAMES = """Ifeoma Babajide Temitope Kehinde Nana Ama Yaw Sadia Rukhsana Imran Shabnam Nadeem Samina Adil Devika Nikhil Tara Vikram
Simran Manpreet Balraj Jing Hao Ling Sakura Ren Duc Huong Magdalena Piotr Bartosz Weronika Krzysztof Ilinca Radu Stefan Anca Yiannis
Despina Carmen Diego Paloma Rui Catarina Roisin Caoimhe Padraig Eoin Nia Carys Ieuan Gwen Morag Ewan Catriona Lachlan Charlotte Henry
Beatrice Edmund Imogen Rupert Harriet Barnaby Tilly Stanley Mabel Ralph Olive Wilfred Pippa Monty Tamsin Jago Demelza Kerensa Olena
Mykola Daryna Elif Kerem Selin Parisa Kian Shirin Yasmin Khalid Sumaya Mukhtar Amina Dawa Karma Lakshmi Suresh Samir Dalia Tunde Folasade
Kwabena Efua Nomsa Farai Chipo Achieng Otieno Jean-Pierre Mary-Kate Lily-Mae Zoé Renáta Jörg Anaïs Ottilie Caspian Ambrose""".split()

HELD_SURNAMES = """Eze Balogun Afolabi Ogunleye Asante Appiah Sesay Bangura Kipchoge Dlamini Chikwanha Akhtar Mirza Siddiqui Choudhury Uddin
Miah Bhatti Joshi Desai Mehta Krishnan Pillai Grewal Bains Sidhu Lin Zhao Sato Tanaka Vu Hoang Wojcik Kaczmarek Mazur Szymanska
Constantin Stoica Nikolaidis Almeida Carvalho Navarro Ortega-Ruiz O'Donnell O'Reilly Fitzgerald Brennan MacKenzie McPherson Sutherland
Vaughan Cadwallader Protheroe Rhydderch Trelawney Penhaligon Tregenza Oakeshott Winterbottom Longbottom Higginbotham Shuttleworth
Birtwistle Cowperthwaite Dalrymple Ferguson-Bello Harcourt-Smythe Khan-Williams Lloyd-Adekunle Öztürk Şahin Mohammadi Ebrahimi Al-Hassan
El-Amin Sabbagh van_den_Heuvel de_la_Cruz dos_Santos ter_Horst St_Clair O'Shaughnessy D'Angelo Schröder Ångström Håkansson Černý
Włodarczyk Łukaszewicz Jankauskienė Bondarenko Melnyk Marchenko Ilić Đurić""".split()

HELD_WORD_NAMES = [("Dawn", "Fields"), ("Frank", "Knight"), ("Holly", "Berry"), ("Rob", "Banks"), ("Ivy", "Winter"), ("Drew", "Marsh"),
                   ("Poppy", "Rivers"), ("Miles", "Short"), ("Daisy", "Moon"), ("Grant", "King")]

STAFF = ["Mrs Patel", "Mr Whitlock", "Miss Osei", "Ms Delacroix", "Dr Hobson", "Mrs J. Thornbury", "Mr Gareth Pugh", "Mrs Helen Ashworth"]
FIGURES = ["Florence Nightingale", "Mary Seacole", "Charles Dickens", "William Shakespeare", "Rosa Parks", "Marie Curie",
           "Henry VIII", "Roald Dahl", "Queen Elizabeth", "Saint Francis", "Isaac Newton", "Amelia Earhart", "Nelson Mandela"]
PLACES = ["Oak Crescent", "Hill Top Farm", "Grace Church", "Green Park", "Elm Class", "Rose Hill Hall", "Harvest Festival", "Key Stage Two",
          "the Great Fire of London", "Amber Valley", "Victoria Park", "St Mary's Church", "Oxford Street", "River Severn", "Black History Month"]


class Text:
    """A text being written, with what is planted in it."""

    def __init__(self, rng, pupils, held):
        self.rng, self.pupils, self.held, self.out, self.truth = rng, pupils, held, "", []

    def plain(self, text):
        self.out += text

    def plant(self, kind, text, **more):
        self.truth.append({"kind": kind, "start": len(self.out), "end": len(self.out) + len(text), "text": text, **more})
        self.out += text


def person(rng, forenames, surnames):
    forename = rng.choice(forenames)
    pupil = {"forename": forename, "surname": rng.choice(surnames).replace("_", " "), "middle_names": "", "preferred_forename": None}
    if rng.random() < 0.45:
        pupil["middle_names"] = rng.choice(forenames)
    if rng.random() < 0.08:
        pupil["preferred_forename"] = rng.choice(forenames)
    return pupil


def roster(rng, forenames, surnames, words, count):
    seen, pupils = set(), []
    for forename, surname in words:
        pupils.append({"forename": forename, "surname": surname, "middle_names": "", "preferred_forename": None, "words": True})
        seen.add((forename, surname))
    while len(pupils) < count:
        pupil = person(rng, forenames, surnames)
        if (pupil["forename"], pupil["surname"]) not in seen:
            seen.add((pupil["forename"], pupil["surname"]))
            pupils.append(pupil)
    return pupils


def bare(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("đ", "d").replace("Đ", "D")


def written(rng, pupil, how=None):
    """One way to write a pupil's full name."""
    called = pupil["preferred_forename"] if pupil["preferred_forename"] and rng.random() < 0.7 else pupil["forename"]
    surname = pupil["surname"]
    ways = ["plain"] * 8 + ["bare", "middle", "initial-between", "caps", "surname-first", "SURNAME-first", "curly", "nbsp", "half"]
    how = how or rng.choice(ways)
    if pupil.get("words") and how not in ("caps", "SURNAME-first"):
        how = "plain"
    if how == "bare":
        return bare(f"{called} {surname}")
    if how == "middle" and pupil["middle_names"]:
        return f"{called} {pupil['middle_names']} {surname}"
    if how == "initial-between":
        return f"{called} {rng.choice('ABDEGHJKLMNPRST')}. {surname}"
    if how == "caps":
        return f"{called} {surname}".upper()
    if how == "surname-first":
        return f"{surname}, {called}"
    if how == "SURNAME-first":
        return f"{surname.upper()} {called}"
    if how == "curly":
        return f"{called} {surname}".replace("'", "’")
    if how == "nbsp":
        return f"{called}\u00a0{surname}"
    if how == "half" and "-" in surname:
        return f"{called} {surname.split('-')[rng.randrange(2)]}"
    if how == "lower":
        return f"{called} {surname}".lower()
    return f"{called} {surname}"


def email(rng, text, own):
    if own:
        text.plain(rng.choice(["office@elm.example.org", "admin@elm.example.org", "year4@elm.example.org", "head@elm.example.org"]))
        return
    one, two = bare(rng.choice(SURNAMES)).replace("_", "").replace("'", ""), rng.choice("abcdefgjkmrst")
    local = rng.choice([f"{two}.{one}", f"{one}{rng.randrange(10, 99)}", f"{one}_{two}", f"{two}-{one}", f"{two}.o'{one}"]).lower()
    domain = rng.choice(["elm.example.org", "mail.example.com", "example.net", "home.example.co.uk", "my-family.example.photography"])
    ways = [lambda: f"{local}@{domain}"] * 4 + [
        lambda: f"{local}@{domain}".upper(),
        lambda: f"{local} [at] {domain}",
        lambda: f"{local}(at){domain.replace('.', '(dot)')}",
        lambda: f"{local} at {domain.replace('.', ' dot ')}",
        lambda: f"{local} @ {domain}" if not text.held else f"{local} AT {domain.replace('.', ' DOT ')}",
    ]
    text.plant("email", rng.choice(ways)())


def phone(rng, text, own):
    if own:
        text.plain(rng.choice(["01632 960100", "(01632) 960 100", "+44 1632 960100"]))
        return
    tail, mobile = f"{rng.randrange(101, 999):03}", f"{rng.randrange(1000):03}"
    ways = [f"01632 960{tail}", f"(01632) 960{tail}", f"01632-960-{tail}", f"+44 (0)1632 960{tail}", f"07700 900{mobile}", f"07700900{mobile}",
            f"+44 7700 900 {mobile}", f"07700 900 {mobile}", f"020 7946 0{tail}", f"07700\u00a0900{mobile}", f"0044 7700 900{mobile}"]
    if text.held:
        ways += [f"0770 0900{mobile}", f"07700.900.{mobile}", f"+44(0)7700-900-{mobile}", f"0117 496 0{tail}", f"0808 157 0{tail}", f"01632/960{tail}"]
    text.plant("phone", rng.choice(ways))


def postcode(rng, text, own):
    if own:
        text.plain("EL1 2MS")
        return
    area, inward = rng.choice(["BN1", "SW1A", "M1", "LS6", "EC1V", "CF10", "EH3", "BT9"]), f"{rng.randrange(1, 10)}{rng.choice('ABDEFGHJLN')}{rng.choice('PQRSTUWXYZ')}"
    text.plant("postcode", rng.choice([f"{area} {inward}", f"{area}{inward}", f"{area} {inward}".lower(), f"{area}\u00a0{inward}"]))


SLOT = re.compile(r"\{([a-zA-Z]+)(?::([a-zA-Z-]+))?\}")


def fill(text, template):
    rng, at = text.rng, 0
    for slot in SLOT.finditer(template):
        text.plain(template[at:slot.start()])
        at = slot.end()
        name, how = slot.groups()
        if name == "P":
            pupil = rng.choice(text.pupils if how != "word" else [p for p in text.pupils if p.get("words")])
            text.plant("pupil", written(rng, pupil, how if how != "word" else "plain"))
        elif name == "F":
            text.plain(rng.choice(text.pupils)["forename"])
        elif name == "E":
            email(rng, text, False)
        elif name == "OE":
            email(rng, text, True)
        elif name == "T":
            phone(rng, text, False)
        elif name == "OT":
            phone(rng, text, True)
        elif name == "PC":
            postcode(rng, text, False)
        elif name == "OPC":
            postcode(rng, text, True)
        elif name == "S":
            text.plain(rng.choice(STAFF))
        elif name == "A":
            text.plain(rng.choice(FIGURES))
        elif name == "L":
            text.plain(rng.choice(PLACES))
        elif name == "N":
            text.plain(str(rng.randrange(2, 90)))
        elif name == "Y":
            text.plain(str(rng.randrange(1, 7)))
        elif name == "C":
            text.plain(rng.choice("ABCDEFGMR"))
    text.plain(template[at:])


NEWSLETTER = [
    "Dear parents and carers,\n\nWhat a term it has been! {S} took Year {Y} to {L} on Friday 12 May at 9.30am, and everybody was back in the hall at 3.15pm.\n\n",
    "Well done to {P}, who raised £{N}.50 for the air ambulance. We are very proud of {F} and all her friends.\n\n",
    "Our reader of the month is {P} ({Y}{C}), who has finished three books by {A}.\n\n",
    "In the summer fair draw, {P} and {P} won the hamper. Tickets cost 50p and we sold 1,{N}0 of them between 01/05/2024 and 24/05/2024.\n\n",
    "Please contact the office on {OT} or at {OE} with any questions. Our address is Elm Primary School, Elm Lane, {OPC}.\n\n",
    "Can you help? The football team needs a new coach. Ring {P}'s dad on {T}, or write to {E}.\n\n",
    "{F}, {F} and {F} planted the bulbs in the garden. Come and look at them: the leaves may green up early this year.\n\n",
    "Lost: a blue coat. If you have it, text {T} or call at the house with the red door, {PC}.\n\n",
    "The Harvest Festival is at {L} on Sunday. {S} will lead the singing and {F} will read.\n\n",
    "Congratulations to {P} and {P} on passing Grade {Y} piano!\n\n",
    "Thank you to everyone who came to the cake sale. Mark Hill Top Farm on your maps: that is where we go next.\n\n",
    "In assembly {S} told the story of {A}. Year {Y} asked good questions, and {F} knew the answer to most of them.\n\n",
    "Term dates: Monday 4 September 2023 to Friday 20 October 2023. INSET days: 01.09.2023 and 02/01/2024. School day 08:45-15:15.\n\n",
]
MATCH = [
    "Elm Primary 3 - 2 Oak Juniors\n\n",
    "From the kick-off {P} was everywhere. After ten minutes {P} crossed for {F}, who hit the post, and {P:plain} tapped in the rebound.\n",
    "Oak equalised before half-time, but {P}'s free kick made it 2-1. {P} saved a penalty from their number 9.\n",
    "Final score 3-2. Man of the match: {P}. Coach {S} said he was delighted. Next match: Saturday 10.30 at {L}.\n\n",
    "Team: {P:plain}; {P:plain}; {P:plain}; {P:plain}; {P:plain}.\n\n",
    "The relay squad of {F}, {F}, {F} and {F} came second in 1:04.32 at {L}.\n\n",
]
AWARDS = [
    "STAR OF THE WEEK\n\n{P:caps}\n{P:caps}\n{P:caps}\n\n",
    "Attendance awards, Year {Y}\n\n- {P}\n- {P}\n- {P}\n- {P}\n\n",
    "Class {Y}{C}: {P:SURNAME-first} (maths), {P:SURNAME-first} (reading), {P:SURNAME-first} (kindness)\n\n",
    "Certificates were given to {P} for handwriting, {P} for swimming 25 metres and {P} for never giving up.\n\n",
    "{P:surname-first}\n{P:surname-first}\n{P:surname-first}\n\n",
    "Golden Book: {F} for helping, {F} for sharing, {F} for trying.\n\n",
]
POLICY = [
    "1. Purpose\n\nThis policy follows Keeping Children Safe in Education and the Equality Act 2010. The Designated Safeguarding Lead is {S}.\n\n",
    "2. Key Stage One and Key Stage Two pupils may use the Chromebooks. Staff must not use personal phones on school grounds.\n\n",
    "3. Concerns go to the head teacher first, then to the Chair of Governors. The Local Authority Designated Officer is told within one working day.\n\n",
    "4. Full names are never published. First names such as {F} or {F} may be used in the Friday Flyer.\n\n",
    "5. Contact: {OE}, {OT}. Childline and the Child Exploitation and Online Protection command can also help. Reviewed 01/09/2023, version 2.4.1, ref 20230901-17.\n\n",
    "6. Grace Church and Hill Top Farm are used for visits. Young Carers meet in Green Room on Mondays, with The Rose Lane Trust.\n\n",
]
STAFFPAGE = [
    "Our staff\n\nHead teacher: {S}\nDeputy: {S}\nSENCO: {S}\nOffice: {OE}, {OT}\n\n",
    "Year {Y}: {S} and {S}. To reach the class, write to {OE}.\n",
    "Site manager: {S}, {T}, {E}\n",
    "Governors: {S} (chair), {S} (parent governor), Revd Alan Medlicott (foundation).\n\n",
]
CHILDREN = [
    "my day by {P:lower}\n\nwe went to the woods and i saw a fox. {F} fell in the mud and we all laughed. after lunch we made dens with sticks and leaves.\n\n",
    "the best in our class is {P:lower} because she helps. we may go to the hill again and mark the trees green.\n\n",
]

HELD_NEWS = [
    "FRIDAY FLYER\n\nWhat's been happening? On Tuesday Reception went to {L}, where {F} fed a lamb called Daisy. Big thanks to {S}!\n\n",
    "A huge shout-out to {P}, {P} and {P}. They swam, cycled and ran for charity and made £{N}2.40.\n\n",
    "Our new head boy is {P} and our head girl is {P}; the deputies are {P} and {P}.\n\n",
    "Happy birthday this week to {P} (7), {P} (8) and {P} (10).\n\n",
    "The school council ({F}, {F}, {F}, {F}) met on 3/11. They want Dance Club back, and Miles Short Cut reopened.\n\n",
    "For rehearsals ring {T}. For costumes, e-mail {E} or message {T}. Drop-off: 14 Elderberry Road, {PC}.\n\n",
    "Parking: please use {L}, not Rose Hill. Dawn breaks early, so do bring a torch. The winter fields may flood; frank advice is on our site.\n\n",
    "Numbers: 312 pupils, 14 classes, 98.4% attendance, £12,450 raised, results on 21.07.2024, URN 01234567890, lottery 04 11 19 23 31 42.\n\n",
    "World Book Day: the costumes of {F} (a very fine {A}) and {F} were the winners. {P}’s poem will be printed in the Gazette.\n\n",
    "Vacancy: Teaching Assistant, Level 2. Ask {S} at {OE} or on {OT}.\n\n",
]
HELD_SPORT = [
    "CROSS COUNTRY RESULTS\n1 {P} 8:41\n2 {P} 8:52\n3 {P} 9:03\n17 {P} 10:20\n\n",
    "Netball: GS {P}, GA {P}, WA {P}, C {P}. Elm won 11-4. {P} was player of the match, and {P} was not far behind.\n\n",
    "The tag rugby side travelled to {L}. Tries from {P} (2) and {P}; conversion by {P}.\n\n",
]
HELD_LISTS = [
    "Cast in order of appearance\nNarrator .......... {P}\nKing .............. {P}\nFirst Shepherd .... {P}\nSheep ............. {F}\n\n",
    "Surname\tForename\tClass\n{P:tab}\t{Y}{C}\n{P:tab}\t{Y}{C}\n{P:tab}\t{Y}{C}\n\n",
    "MERITS: {P:caps}, {P:caps} AND {P:caps}.\n\n",
    "• {P:SURNAME-first}\n• {P:SURNAME-first}\n• {P:SURNAME-first}\n\n",
]
HELD_CHILD = ["hi my name is {P:lower} and i am in year {Y}. i like drawing and my friend is {F}.\n\n"]


def page(rng, pupils, held):
    """A class page: markup, with pupils in captions, alternative text and file names. Only the visible ones are planted."""
    text = Text(rng, pupils, held)
    text.plain("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Year 4 at Elm</title></head><body>\n<h1>Year 4</h1>\n")
    for _ in range(4):
        pupil = rng.choice(pupils)
        name = written(rng, pupil, "plain")
        label = bare(name).replace(" ", rng.choice(["-", "_", ""])).replace("'", "")
        text.plain("<figure><img src=\"/pictures/")
        text.plant("file", f"{label}-{rng.randrange(9)}.jpg")
        text.plain("\" alt=\"")
        text.plant("pupil", html.escape(name, quote=False))
        text.plain(" with a trophy\"><figcaption>")
        fill(text, rng.choice(["Here is {P:plain} at {L}.", "{P:plain}, winner of the {L} prize", "Well done {P:plain}!"]))
        text.plain("</figcaption></figure>\n<p>")
        fill(text, rng.choice(["We read a story by {A} and {F} drew a map.", "{S} took us to {L}. {F} and {F} led the way.", "Write to us: {OE}"]))
        text.plain("</p>\n")
    text.plain("<table><tr><th>Surname</th><th>Name</th></tr>\n</table></body></html>\n")
    return text


def texts(rng, pupils, held, groups, count):
    for kind, templates in groups.items():
        for number in range(count):
            text = Text(rng, pupils, held)
            if kind == "page":
                text = page(rng, pupils, held)
            else:
                for template in rng.sample(templates, len(templates)):
                    if "{P:tab}" in template:
                        head, *rows = template.split("{P:tab}")
                        fill(text, head)
                        for row in rows:
                            pupil = rng.choice(pupils)
                            text.plant("pupil", f"{pupil['surname']}\t{pupil['forename']}")
                            fill(text, row)
                    else:
                        fill(text, template)
            ending = "html" if kind == "page" else "txt"
            yield f"{kind}-{number + 1:02}.{ending}", text


def write(folder, seed, forenames, surnames, words, groups, count, size):
    rng = random.Random(seed)
    pupils = roster(rng, forenames, surnames, words, size)
    folder.mkdir(exist_ok=True)
    truth = {}
    for name, text in texts(rng, pupils, seed != 1, groups, count):
        (folder / name).write_text(text.out, encoding="utf-8", newline="")
        truth[name] = text.truth
    (folder / "roster.json").write_text(json.dumps(pupils, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main():
    practice = {"newsletter": NEWSLETTER, "match": MATCH, "awards": AWARDS, "policy": POLICY, "staff": STAFFPAGE, "children": CHILDREN, "page": []}
    held = {"newsletter": HELD_NEWS, "sport": HELD_SPORT, "lists": HELD_LISTS, "policy": POLICY, "children": HELD_CHILD, "page": []}
    write(HERE / "practice", 1, FORENAMES, SURNAMES, WORD_NAMES, practice, 12, 420)
    write(HERE / "held-out", 2, HELD_FORENAMES, HELD_SURNAMES, HELD_WORD_NAMES, held, 12, 300)


if __name__ == "__main__":
    main()
