#![doc = include_str!("../README.md")]

mod arguments;
mod files;
mod output;

use std::{
    io::{Write, stderr},
    process::ExitCode,
};

use anyhow::{Context, Result};
use arguments::Arguments;
use clap::Parser;
use publication_rules::{
    Checker, Report, Submission, Verdict,
    wire::{Told, ToldUnexamined},
};
use words::Words;

/// Called wrongly (`EX_USAGE`); clap's own 2 would read as "stop".
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let asked = !error.use_stderr();
            let shown = error.print();
            return if asked && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(USAGE) };
        }
    };
    match run(&arguments) {
        Ok(verdict) => ExitCode::from(exit_code(verdict)),
        Err(error) => {
            // There is nowhere left to say that standard error is gone.
            let _ = writeln!(stderr(), "schoolgate-check: {error:#}");
            ExitCode::from(USAGE)
        }
    }
}

fn run(arguments: &Arguments) -> Result<Verdict> {
    let profile = arguments.profile()?;
    let list = arguments.list()?;
    let checker = Checker::new(&profile, list.as_ref());
    let w = Words::new(arguments.language);
    let mut checked: Vec<(String, Told)> = Vec::new();
    let files = files::gather(&arguments.paths, arguments.name.as_deref())?;
    for file in files {
        let report = match file.read() {
            Ok(bytes) => {
                let content_type = arguments.content_type.as_deref().filter(|_| file.is_standard_input());
                let submission = Submission { bytes: &bytes, content_type, file_name: file.published_name() };
                if let Some(folder) = &arguments.clean_into {
                    files::write_clean(folder, &file, &checker, &submission)
                        .with_context(|| format!("writing the safe version of {}", file.shown()))?;
                }
                checker.check(&submission)
            }
            Err(_) => files::unreadable(),
        };
        let mut told = checker_words::report(w, report);
        if list.is_none() {
            own_up(&mut told, PUPIL_LIST, w.checker_why_no_list_given());
        }
        checked.push((file.shown(), told));
    }
    if checked.is_empty() {
        // Nothing was looked at, which is not the same as nothing found.
        let mut told = checker_words::report(w, Report::new(Vec::new(), Vec::new(), Vec::new()));
        own_up(&mut told, FOLDER, w.checker_why_empty_folder());
        let shown: Vec<_> = arguments.paths.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
        checked.push((shown.join(", "), told));
    }
    output::write(arguments.format, w, &checked)?;
    Ok(checked.iter().map(|(_, report)| report.verdict).max().unwrap_or(Verdict::Clear))
}

/// What a report calls the list of pupils, and a folder, where it says that it did not examine by it or anything in it.
const PUPIL_LIST: &str = "pupil list";
const FOLDER: &str = "folder";

/// Adds what was not examined to a report, which is then never clear.
fn own_up(told: &mut Told, part: &str, why: &str) {
    told.not_examined.push(ToldUnexamined { part: part.to_owned(), why: why.to_owned() });
    told.verdict = told.verdict.max(Verdict::NotExamined);
}

const fn exit_code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Clear => 0,
        Verdict::Review => 1,
        Verdict::Stop => 2,
        Verdict::NotExamined => 3,
    }
}
