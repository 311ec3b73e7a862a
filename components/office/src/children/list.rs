//! The children of the school: found by name, narrowed down, sorted, a hundred on a page.

use pages::{
    Body, Chips, Column, Empty, ErrorSummary, Filters, Finder, Heading, Line, Notice, Pagination, Paragraph, Render,
    Select, Size, Sorting, Table, TextInput, Width,
};
use permission_rules::{Answering, ChildPermissions, Purpose, by_surname, is_meant};
use reception::{Colleague, Guest, Problem};
use school_types::{ChildId, ClassId, YearGroup};
use web::{Fields, Life, Response};

use crate::{
    pupils::{self, Class, Entry, Pupil, year, years_taught},
    roles,
};

/// How many are on a page.
const PER_PAGE: usize = 100;
/// Where the name somebody looks for is kept, sealed: it must not stand in an address, which is logged.
const SEARCH: &str = "__Host-sg-office-search";
/// How long, in seconds: until one comes back from a child's page.
const SEARCH_LASTS: u32 = 3600;
/// The longest name one can look for, in characters.
const LONGEST: usize = 80;

/// Which children are shown; it stands in the address, so that going back finds them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    class: Option<ClassId>,
    year: Option<YearGroup>,
    show: Show,
    sort: Sort,
    /// Those whose name was looked for.
    found: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Show {
    #[default]
    All,
    Open,
    Differ,
    Nobody,
    Left,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Name,
    NameDown,
    Class,
    Answers,
}

impl Show {
    const ALL: [Self; 5] = [Self::All, Self::Open, Self::Differ, Self::Nobody, Self::Left];

    const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Open => "open",
            Self::Differ => "differ",
            Self::Nobody => "nobody",
            Self::Left => "left",
        }
    }
}

impl Sort {
    const ALL: [Self; 4] = [Self::Name, Self::NameDown, Self::Class, Self::Answers];

    const fn word(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::NameDown => "name-down",
            Self::Class => "class",
            Self::Answers => "answers",
        }
    }
}

impl Asked {
    /// What the address asks for. What it asks for that is not there is passed over.
    pub(super) fn of(query: &Fields) -> Self {
        let number = query.first("year").parse().ok();
        Self {
            class: query.choice("class").ok(),
            year: number.and_then(YearGroup::new),
            show: Show::ALL.into_iter().find(|show| query.has("show", show.word())).unwrap_or_default(),
            sort: Sort::ALL.into_iter().find(|sort| query.has("sort", sort.word())).unwrap_or_default(),
            found: query.has("found", "yes"),
        }
    }

    /// As it stands in an address, from the question mark on.
    pub(super) fn query(&self) -> String {
        let mut parts = Vec::new();
        let mut part = |name: &str, value: &str| {
            if !value.is_empty() {
                parts.push(format!("{name}={value}"));
            }
        };
        part("found", if self.found { "yes" } else { "" });
        part("class", self.class.as_ref().map_or("", ClassId::as_str));
        part("year", &self.year.map(|year| year.number().to_string()).unwrap_or_default());
        part("show", self.show.word());
        part("sort", self.sort.word());
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    fn shown(&self, show: Show) -> String {
        Self { show, ..self.clone() }.query()
    }

    fn sorted(&self, sort: Sort) -> String {
        Self { sort, ..self.clone() }.query()
    }
}

/// A row: the entry, and what was said for those who may see it.
struct Row {
    entry: Entry,
    permissions: Option<ChildPermissions>,
}

impl Row {
    fn answering(&self, purposes: &[Purpose]) -> Option<Answering> {
        Some(self.permissions.as_ref()?.answering(purposes, &self.entry.holders))
    }

    fn differs(&self, purposes: &[Purpose]) -> bool {
        let permissions = self.permissions.iter();
        permissions
            .flat_map(|said| purposes.iter().map(|purpose| said.answers_differ(&purpose.id)))
            .any(|differs| differs)
    }

    fn is_in(&self, show: Show, purposes: &[Purpose]) -> bool {
        let is_here = self.entry.left.is_none();
        match show {
            Show::All => is_here,
            Show::Open => is_here && self.answering(purposes).is_some_and(|answering| answering != Answering::All),
            Show::Differ => is_here && self.differs(purposes),
            Show::Nobody => is_here && self.entry.holders.is_empty(),
            Show::Left => !is_here,
        }
    }
}

/// Keeps the name somebody looks for, and leads on to who is found.
pub(super) fn search(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let list = guest.at("office/children")?;
    let typed = match fields.optional_text("name", LONGEST) {
        Ok(Some(typed)) => typed,
        Ok(None) => return Ok(web::see_other(&list)?),
        Err(_) => {
            let w = guest.words();
            let error = Some(w.office_search_error());
            let body = Body::new()
                .with(ErrorSummary::new(w).with("name", w.office_search_error()))
                .with(Heading::page(w.office_children_title()))
                .with(search_form(colleague, fields.first("name"), error)?);
            let chrome = colleague.chrome(w.office_children_title())?.width(Width::Wide).back(list);
            return Ok(guest.page_with_errors(chrome, body));
        }
    };
    let vault = guest.desk().records().vault();
    guest.set_cookie(web::seal_cookie(vault, SEARCH, &typed, Life::Seconds(SEARCH_LASTS))?);
    Ok(web::see_other(&format!("{list}?found=yes"))?)
}

/// Forgets the name somebody looked for.
pub(super) fn forget_search(guest: &Guest<'_>) -> Result<(), Problem> {
    guest.set_cookie(web::forget_cookie(SEARCH)?);
    Ok(())
}

fn search_form(colleague: &Colleague<'_, '_>, typed: &str, error: Option<&str>) -> Result<Finder, Problem> {
    let w = colleague.guest().words();
    let field = TextInput::new(w, "name", w.office_search_label())
        .size(Size::Middle)
        .autocomplete("off")
        .hint(w.office_search_hint())
        .value(typed)
        .error(error);
    let list = colleague.guest().at("office/children")?;
    Ok(Finder::new(list, colleague.token(), field, w.office_search_button()))
}

/// The list.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let query = guest.request().query();
    let asked = Asked::of(query);
    let vault = guest.desk().records().vault();
    let typed = web::open_cookie::<String>(vault, guest.request().headers(), SEARCH).filter(|_| asked.found);
    let asked = Asked { found: typed.is_some(), ..asked };
    let roll = pupils::roll(colleague).await?;
    let classes = pupils::classes(colleague, &roll)?;
    let class = classes.iter().find(|class| Some(&class.id) == asked.class.as_ref());
    let ids: Vec<ChildId> = match class {
        Some(class) => roll.present().filter(|(_, name)| *name == class.name).map(|(id, _)| id.clone()).collect(),
        None => roll.present().map(|(id, _)| id).chain(roll.left()).cloned().collect(),
    };
    let mut rows = rows(colleague, &ids).await?;
    rows.retain(|row| asked.year.is_none_or(|year| row.entry.facts.year_group == year));
    if let Some(typed) = &typed {
        rows.retain(|row| is_meant(&row.entry.facts.name, typed));
    }
    let mut body = Body::new().with(Heading::page(w.office_children_title()));
    if query.has("erased", "yes") {
        body = body.with(Notice::success().with(Paragraph::new(w.office_erased_notice())));
    }
    let body = body
        .with(search_form(colleague, typed.as_deref().unwrap_or_default(), None)?)
        .with(ways(colleague, &asked, &rows)?)
        .with(filters(colleague, &asked, &classes)?);
    let purposes = &guest.school()?.profile().purposes;
    // Who looks for a name finds those who have left too.
    rows.retain(|row| (asked.found && asked.show == Show::All) || row.is_in(asked.show, purposes));
    sort(&mut rows, asked.sort, purposes);
    let body = body.with(page_of(colleague, &asked, &rows, typed.is_some())?);
    let chrome = colleague.chrome(w.office_children_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// Administrators see who there is, and no decisions.
async fn rows(colleague: &Colleague<'_, '_>, ids: &[ChildId]) -> Result<Vec<Row>, Problem> {
    if colleague.holds(roles::PERMISSIONS) {
        let with = |Pupil { entry, permissions }| Row { entry, permissions: Some(permissions) };
        return Ok(pupils::pupils(colleague, ids).await?.into_iter().map(with).collect());
    }
    let without = |entry| Row { entry, permissions: None };
    Ok(pupils::entries(colleague, ids).await?.into_iter().map(without).collect())
}

fn sort(rows: &mut [Row], sort: Sort, purposes: &[Purpose]) {
    rows.sort_by_cached_key(|row| by_surname(&row.entry.facts.name));
    match sort {
        Sort::Name => {}
        Sort::NameDown => rows.reverse(),
        Sort::Class => rows.sort_by_key(|row| (row.entry.facts.year_group, row.entry.facts.class.reveal().clone())),
        Sort::Answers => rows.sort_by_key(|row| row.answering(purposes)),
    }
}

fn ways(colleague: &Colleague<'_, '_>, asked: &Asked, rows: &[Row]) -> Result<Chips, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let purposes = &guest.school()?.profile().purposes;
    let sees_all = colleague.holds(roles::PERMISSIONS);
    let mut chips = Chips::new(w.office_show());
    for show in Show::ALL {
        if !sees_all && matches!(show, Show::Open | Show::Differ) {
            continue;
        }
        let label = match show {
            Show::All => w.office_show_all(),
            Show::Open => w.office_show_open(),
            Show::Differ => w.office_show_differ(),
            Show::Nobody => w.office_show_nobody(),
            Show::Left => w.office_show_left(),
        };
        let count = rows.iter().filter(|row| row.is_in(show, purposes)).count();
        let href = guest.at(&format!("office/children{}", asked.shown(show)))?;
        chips = chips.chip(label, Some(w.number(count as u64)), href, asked.show == show);
    }
    Ok(chips)
}

fn filters(colleague: &Colleague<'_, '_>, asked: &Asked, classes: &[Class]) -> Result<Filters, Problem> {
    let w = colleague.guest().words();
    let mut class = Select::new(w, "class", w.office_column_class())
        .option("", w.office_filter_classes_all())
        .chosen(asked.class.as_ref().map(ClassId::as_str));
    for each in classes {
        class = class.option(each.id.as_str(), &each.name);
    }
    let mut years = Select::new(w, "year", w.office_column_year())
        .option("", w.office_filter_years_all())
        .chosen(asked.year.map(|year| year.number().to_string()));
    for group in years_taught(&colleague.guest().school()?.profile().key_stages, asked.year) {
        years = years.option(group.number().to_string(), year(w, group.number()));
    }
    let mut filters = Filters::new(w, colleague.guest().at("office/children")?).with(class).with(years);
    for (name, value) in
        [("found", if asked.found { "yes" } else { "" }), ("show", asked.show.word()), ("sort", asked.sort.word())]
    {
        if !value.is_empty() {
            filters = filters.keep(name, value);
        }
    }
    Ok(filters)
}

fn page_of(colleague: &Colleague<'_, '_>, asked: &Asked, rows: &[Row], is_search: bool) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    if rows.is_empty() {
        let (title, text) = match (is_search, asked == &Asked::default()) {
            (true, _) => (w.office_found_none_title(), w.office_found_none_text()),
            (false, true) => (w.office_classes_none_title(), w.office_classes_none_text()),
            (false, false) => (w.office_class_none_title(), w.office_class_none_text()),
        };
        return Ok(Body::new().with(Empty::new(title, text)));
    }
    let pages = rows.len().div_ceil(PER_PAGE);
    let here = guest.request().query().first("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let address = guest.at("office/children")?;
    let caption = w.office_children_count(rows.len() as u64);
    let shown = rows.iter().skip((here - 1) * PER_PAGE).take(PER_PAGE);
    let mut table = Table::new("children", caption, columns(colleague, asked, &address));
    for row in shown {
        table = table.row(cells(colleague, asked, row)?);
    }
    let ways = Pagination::new(w, format!("{address}{}", asked.query()), here as u64, pages as u64);
    Ok(Body::new().with(table).with(ways))
}

fn columns(colleague: &Colleague<'_, '_>, asked: &Asked, address: &str) -> Vec<Column> {
    let w = colleague.guest().words();
    let up = |sort| (asked.sort == sort).then_some(Sorting::Up);
    let turned = if asked.sort == Sort::Name { Sort::NameDown } else { Sort::Name };
    let now = if asked.sort == Sort::NameDown { Some(Sorting::Down) } else { up(Sort::Name) };
    let href = |sort| format!("{address}{}", asked.sorted(sort));
    let mut columns = vec![
        Column::new(w.office_column_pupil()).sort(href(turned), now),
        Column::new(w.office_column_class()).sort(href(Sort::Class), up(Sort::Class)),
        Column::new(w.office_column_year()).only_wide(),
    ];
    if colleague.holds(roles::PERMISSIONS) {
        columns.push(Column::new(w.office_column_answered()).sort(href(Sort::Answers), up(Sort::Answers)));
    }
    columns
}

fn cells(colleague: &Colleague<'_, '_>, asked: &Asked, row: &Row) -> Result<Vec<pages::Markup>, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let entry = &row.entry;
    let purposes = &guest.school()?.profile().purposes;
    let address = guest.at(&format!("office/children/{}{}", entry.id, asked.query()))?;
    let class = match entry.left {
        Some(_) => w.office_note_left().to_owned(),
        None => entry.facts.class.reveal().clone(),
    };
    let mut cells = vec![
        Line::new().link(entry.listed(), &address).render(),
        class.render(),
        year(w, entry.facts.year_group.number()).render(),
    ];
    if let Some(permissions) = &row.permissions {
        let (done, of) = permissions.answered(purposes, &entry.holders);
        let mut said = Line::new().text(w.office_answered(&w.number(done as u64), &w.number(of as u64)));
        if entry.holders.is_empty() {
            said = said.text("; ").text(w.office_note_nobody());
        } else if row.differs(purposes) {
            said = said.text("; ").text(w.office_note_differ());
        }
        cells.push(said.render());
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_stands_in_the_next_one() {
        for query in ["", "?found=yes&year=-1&show=open&sort=class", "?class=0123456789abcdef&show=left&sort=name-down"]
        {
            let fields = Fields::parse(query.trim_start_matches('?').as_bytes(), &web::Limits::QUERY).unwrap();
            assert_eq!(Asked::of(&fields).query(), query);
        }
        let odd = Fields::parse(b"class=../x&year=99&show=<b>&sort=1", &web::Limits::QUERY).unwrap();
        assert_eq!(Asked::of(&odd), Asked::default());
    }
}
