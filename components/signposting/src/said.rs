//! What the rules answer with codes and moments, in sentences.

use pages::Icon;
use signpost_rules::DateTime;
use words::Words;

use crate::{
    card::Reader,
    rules::{date, wit},
};

/// Whether a place is open, and until or from when. `now` is in London, like every moment of the rules.
pub(crate) fn opening(w: Words, opening: wit::Opening, now: DateTime) -> String {
    match opening {
        wit::Opening::Answering(None) => w.help_open_always().to_owned(),
        wit::Opening::Answering(Some(until)) => w.help_open_until(&until_said(w, until, now)),
        wit::Opening::TakesMessages => w.help_takes_messages().to_owned(),
        wit::Opening::Unknown => w.help_hours_unknown().to_owned(),
        wit::Opening::Closed(None) => w.help_closed().to_owned(),
        wit::Opening::Closed(Some(opens)) => w.help_closed_until(&when_said(w, opens, now)),
    }
}

/// The same for a reader: a child is never told that nobody knows when a place is open.
pub(crate) fn opening_for(reader: Reader, opening: wit::Opening) -> Option<String> {
    let is_known = !matches!(opening, wit::Opening::Unknown);
    (is_known || !reader.audience.is_child()).then(|| self::opening(reader.words, opening, reader.now))
}

/// Whether one gets through at all, if only to leave a message.
pub(crate) const fn is_open(opening: wit::Opening) -> bool {
    matches!(opening, wit::Opening::Answering(_) | wit::Opening::TakesMessages)
}

fn when_said(w: Words, at: wit::Moment, now: DateTime) -> String {
    let (day, time) = (date(at.date), w.time_of_day(at.hour, at.minute));
    if day == now.date() {
        w.help_when_today(&time)
    } else if now.date().tomorrow().is_ok_and(|tomorrow| day == tomorrow) {
        w.help_when_tomorrow(&time)
    } else {
        w.help_when_date(&w.date(day), &time)
    }
}

fn until_said(w: Words, at: wit::Moment, now: DateTime) -> String {
    let (day, time) = (date(at.date), w.time_of_day(at.hour, at.minute));
    let is_tomorrow = now.date().tomorrow().is_ok_and(|tomorrow| day == tomorrow);
    // Nobody takes "until midnight" for any midnight but the next.
    let is_next_midnight = is_tomorrow && at.hour == 0 && at.minute == 0;
    if day == now.date() || is_next_midnight {
        w.help_until_today(&time)
    } else if is_tomorrow {
        w.help_until_tomorrow(&time)
    } else {
        w.help_until_date(&w.date(day), &time)
    }
}

/// Whether one gives a name; nothing where nobody knows.
pub(crate) fn anonymity(w: Words, anonymity: wit::Anonymity) -> Option<&'static str> {
    match anonymity {
        wit::Anonymity::Anonymous => Some(w.help_name_anonymous()),
        wit::Anonymity::Optional => Some(w.help_name_optional()),
        wit::Anonymity::UnlessAtRisk => Some(w.help_name_unless_at_risk()),
        wit::Anonymity::Named => Some(w.help_name_named()),
        wit::Anonymity::NotSaid => None,
    }
}

/// The ages a place takes; nothing where it takes all.
pub(crate) fn ages(w: Words, ages: wit::Ages) -> Option<String> {
    match (ages.youngest.map(u64::from), ages.oldest.map(u64::from)) {
        (Some(youngest), Some(oldest)) => Some(w.help_ages_between(youngest, oldest)),
        (Some(youngest), None) => Some(w.help_ages_from(youngest)),
        (None, Some(oldest)) => Some(w.help_ages_to(oldest)),
        (None, None) => None,
    }
}

/// What happens when one follows a way, and its sign. A page is called by its own label, or else by its host.
pub(crate) fn way(w: Words, kind: wit::WayKind, value: &str, label: Option<&str>) -> (Icon, String) {
    match kind {
        wit::WayKind::Phone => (Icon::Phone, w.help_call(value)),
        wit::WayKind::Relay => (Icon::Phone, w.help_relay(value)),
        wit::WayKind::Text => (Icon::Speech, w.help_text(value)),
        wit::WayKind::Email => (Icon::Letter, w.help_email(value)),
        wit::WayKind::Web => (Icon::Globe, label.map_or_else(|| w.help_website(site(value)), str::to_owned)),
    }
}

/// The host of a page as people say it: `childline.org.uk`.
fn site(address: &str) -> &str {
    let rest = address.strip_prefix("https://").unwrap_or(address);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use school_types::{Date, Language};

    use super::*;

    const EN: Words = Words::new(Language::En);
    const NOW: DateTime = Date::constant(2026, 12, 24).at(16, 5, 0, 0);

    fn at(day: u8, hour: u8, minute: u8) -> wit::Moment {
        wit::Moment { date: wit::Day { year: 2026, month: 12, day }, hour, minute }
    }

    #[test]
    fn an_opening_is_said_as_people_say_it() {
        use wit::Opening::{Answering, Closed, TakesMessages, Unknown};
        for (state, said) in [
            (Answering(None), "Open now, day and night"),
            (Answering(Some(at(24, 20, 0))), "Open now, until 8:00pm"),
            (Answering(Some(at(25, 0, 0))), "Open now, until midnight"),
            (Answering(Some(at(25, 9, 0))), "Open now, until tomorrow at 9:00am"),
            (Answering(Some(at(28, 9, 0))), "Open now, until Monday 28 December 2026 at 9:00am"),
            (TakesMessages, "You can leave a message now. Someone will read it later."),
            (Unknown, "Check the opening hours before you call"),
            (Closed(None), "Closed now"),
            (Closed(Some(at(24, 18, 30))), "Closed now. Opens today at 6:30pm"),
            (Closed(Some(at(25, 8, 0))), "Closed now. Opens tomorrow at 8:00am"),
            (Closed(Some(at(29, 8, 0))), "Closed now. Opens on Tuesday 29 December 2026 at 8:00am"),
        ] {
            assert_eq!(opening(EN, state, NOW), said);
            assert_eq!(is_open(state), said.starts_with("Open") || said.starts_with("You can"), "{said}");
        }
    }

    #[test]
    fn a_distressed_child_never_reads_that_we_do_not_know_when_a_place_is_open() {
        use signpost_rules::Audience;
        for audience in Audience::ALL {
            let reader = Reader { words: EN, audience: *audience, now: NOW };
            assert_eq!(opening_for(reader, wit::Opening::Unknown).is_none(), audience.is_child(), "{audience}");
            assert!(opening_for(reader, wit::Opening::Answering(None)).is_some());
        }
    }

    #[test]
    fn ages_are_said_by_whichever_end_they_have() {
        let said = |youngest, oldest| ages(EN, wit::Ages { youngest, oldest });
        assert_eq!(said(Some(13), Some(17)).unwrap(), "For ages 13 to 17");
        assert_eq!(said(Some(13), None).unwrap(), "For ages 13 and over");
        assert_eq!(said(None, Some(17)).unwrap(), "For ages up to 17");
        assert_eq!(said(None, None), None);
    }

    #[test]
    fn a_page_is_called_by_its_label_or_its_host() {
        let web = |label| way(EN, wit::WayKind::Web, "https://www.listening.example.org/talk/now", label).1;
        assert_eq!(web(None), "Go to listening.example.org");
        assert_eq!(web(Some("One-to-one chat")), "One-to-one chat");
    }
}
