//! The closed lists that the content files, the rules and the WIT interface share. The build script reads this
//! file too, so it uses nothing else of the crate.

use std::{borrow::Cow, error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A word that is not on the list it was looked up in. Carries nothing of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTerm {
    /// Which list: `situation`, `audience`.
    pub list: &'static str,
}

impl fmt::Display for UnknownTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not one of the known words for {}", self.list)
    }
}

impl error::Error for UnknownTerm {}

macro_rules! terms {
    ($(#[$doc:meta])* $name:ident, $list:literal, { $($(#[$term_doc:meta])* $term:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$term_doc])* $term,)+
        }

        impl $name {
            /// Every one, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$term,)+];

            /// The word as it stands in data, addresses and JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$term => $word,)+
                }
            }
        }

        impl FromStr for $name {
            type Err = UnknownTerm;

            fn from_str(word: &str) -> Result<Self, UnknownTerm> {
                match word {
                    $($word => Ok(Self::$term),)+
                    _ => Err(UnknownTerm { list: $list }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Cow::<str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    };
}

terms! {
    /// Who asks. Decides which services may be named and in whose words.
    Audience, "an audience", {
        /// A child of ten or younger.
        Under11 = "under-11",
        /// A child or young person of 11 to 18.
        From11To18 = "11-18",
        /// A parent or carer.
        Parent = "parent",
        /// A member of the school's staff, a governor or a volunteer.
        Staff = "staff",
        /// Any other adult.
        Public = "public",
    }
}

impl Audience {
    /// Whether they are under 19: they are never shown an unverified fact.
    pub const fn is_child(self) -> bool {
        matches!(self, Self::Under11 | Self::From11To18)
    }

    /// The ages this audience covers, where it is told by age: 0 to 10, and 11 to 18.
    pub const fn ages(self) -> Option<(u8, u8)> {
        match self {
            Self::Under11 => Some((0, 10)),
            Self::From11To18 => Some((11, 18)),
            Self::Parent | Self::Staff | Self::Public => None,
        }
    }

    /// In whose words they are spoken to.
    pub const fn voice(self) -> Voice {
        match self {
            Self::Under11 => Voice::Under11,
            Self::From11To18 => Voice::Young,
            Self::Parent | Self::Staff | Self::Public => Voice::Adult,
        }
    }
}

terms! {
    /// In whose words a text is written.
    Voice, "a voice", {
        /// Very simple, for a child of ten or younger.
        Under11 = "under-11",
        /// Plain, for 11 to 18.
        Young = "young",
        /// For adults.
        Adult = "adult",
    }
}

terms! {
    /// What has happened, or what somebody fears (P0 4.5 to 4.8, P1 8 and 9, P4 appendix 2). In the order they are offered.
    Situation, "a situation", {
        /// Someone is in danger at this moment.
        DangerNow = "danger-now",
        /// Someone hurt or touched a child, or makes them do things (P1 9).
        Hurt = "hurt",
        /// A nude or sexual picture of a child is shared, or somebody threatens to (P0 4.6, P4 Sexting).
        PictureOfMe = "picture-of-me",
        /// Somebody online asks a child for pictures, talks about sex or wants to meet (P0 4.7).
        OnlineContact = "online-contact",
        /// Thoughts of self-harm or suicide.
        SelfHarm = "self-harm",
        /// Bullying online (P0 4.5, P1 9.5).
        Bullying = "bullying",
        /// Somebody came upon sexual pictures of children (P1 9.3).
        SawAbusePictures = "saw-abuse-pictures",
        /// Content that upsets or harms (P1 9, P4).
        UpsettingContent = "upsetting-content",
        /// A fake account, somebody pretending to be someone, or an account taken over.
        FakeOrHacked = "fake-or-hacked",
        /// A scam, or money demanded.
        Scam = "scam",
        /// Hatred because of who somebody is (P1 9.6).
        Hate = "hate",
        /// Extremism and radicalisation (P0 4.8).
        Radicalisation = "radicalisation",
        /// Worry about an adult who works with children (P0 4.4, P4 appendix 2).
        AdultAtWork = "adult-at-work",
        /// Worry about one's own sexual thoughts or behaviour.
        OwnThoughts = "own-thoughts",
        /// Not sure, something else, or just a need to talk.
        Talk = "talk",
        /// A nude or abusive picture was found on a device in school (P1 9.3, P4 appendix 2).
        PictureOnDevice = "picture-on-device",
        /// The filter let something through, or monitoring failed (P1 7, P0 4.2).
        FilterFailure = "filter-failure",
    }
}

terms! {
    /// Whether somebody may be in danger: decides where 999 stands.
    Danger, "a degree of danger", {
        /// Somebody is: 999 first, whatever else.
        Now = "now",
        /// Somebody may be: 999 first, "if".
        Possible = "possible",
        /// Unlikely: 999 last, in case it changes.
        Unlikely = "unlikely",
    }
}

terms! {
    /// A contact that only the school's own area has, from its profile.
    LocalKind, "a local contact", {
        /// Children's social care of the local council or trust.
        SocialCare = "social-care",
        /// The local authority designated officer: allegations against adults who work with children. England only.
        Lado = "lado",
        /// The local Prevent team or education officer.
        Prevent = "prevent",
        /// The authority's online-safety officer or education safeguarding adviser.
        OnlineSafety = "online-safety",
    }
}

terms! {
    /// How a service is reached.
    WayKind, "a way of contact", {
        /// A telephone number.
        Phone = "phone",
        /// A number for text relay (Relay UK), for people who cannot hear or speak on the telephone.
        Relay = "relay",
        /// A number to text.
        Text = "text",
        /// An e-mail address.
        Email = "email",
        /// A web page or form.
        Web = "web",
    }
}

terms! {
    /// Whether one may stay unknown to a service.
    Anonymity, "anonymity", {
        /// One never gives a name.
        Anonymous = "anonymous",
        /// One may keep one's name to oneself.
        Optional = "optional",
        /// Anonymous, unless one says something that identifies a child at risk.
        UnlessAtRisk = "unless-at-risk",
        /// A name is needed.
        Named = "named",
        /// Its own pages, as read, do not say.
        NotSaid = "not-said",
    }
}

terms! {
    /// Why an answer is given. The sentences, per voice, are in `content/situations.toml`.
    Reason, "a reason", {
        /// Somebody is in danger now.
        DangerNow = "danger-now",
        /// Somebody may be in danger.
        DangerPossible = "danger-possible",
        /// In case it turns into danger.
        DangerLater = "danger-later",
        /// The best-fitting services are closed and this one is open.
        OpenNow = "open-now",
        /// Somebody to talk to.
        Listens = "listens",
        /// Urgent care for somebody's mental health.
        UrgentCare = "urgent-care",
        /// Takes pictures of oneself down.
        TakesDown = "takes-down",
        /// Stops people who abuse children online.
        StopsAbuse = "stops-abuse",
        /// Has pictures of child abuse removed from the web.
        RemovesAbusePictures = "removes-abuse-pictures",
        /// It may be a crime.
        MayBeCrime = "may-be-crime",
        /// Protects children in this area.
        ProtectsLocally = "protects-locally",
        /// Finds the area's team.
        FindsTeam = "finds-team",
        /// Has to be told by the employer.
        EmployerTells = "employer-tells",
        /// The route staff are bound to use.
        StaffRoute = "staff-route",
        /// The area's own advice for schools.
        AreaAdvice = "area-advice",
        /// Experts for people who work with children.
        StaffExperts = "staff-experts",
        /// Advice for adults who worry about a child.
        AdultAdvice = "adult-advice",
        /// When a platform would not take something down.
        PlatformRefused = "platform-refused",
        /// Takes reports of fraud and hacking.
        FraudReports = "fraud-reports",
        /// Confidential help with one's own or another's behaviour.
        ConfidentialHelp = "confidential-help",
        /// Takes tips about terrorism.
        TerrorTips = "terror-tips",
        /// Helps when somebody is drawn into extremism.
        EarlyHelp = "early-help",
        /// Extremism in a school or college as a whole.
        SettingExtremism = "setting-extremism",
        /// When nobody at work listens.
        NobodyListens = "nobody-listens",
        /// Serious misconduct by a teacher.
        Misconduct = "misconduct",
        /// Abuse in a school.
        AbuseInSchool = "abuse-in-school",
    }
}

terms! {
    /// Which bank holidays apply.
    Calendar, "a bank-holiday calendar", {
        /// England and Wales share theirs.
        EnglandAndWales = "england-and-wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
    }
}
