//! What the test programs said: their closing lines, summed.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::shown;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
}

impl Counts {
    /// The same, with one failure where none was named.
    pub(crate) fn at_least_one_failed(mut self) -> Self {
        self.failed = self.failed.max(1);
        self
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a test program, passes on what it prints, and gives the sum of its closing lines.
///
/// # Errors
/// When it cannot be started, fails without naming a failed test, or runs no test at all: a step that
/// tests nothing must not pass for one that found nothing.
pub(crate) fn run_counted(command: &mut Command) -> Result<Counts> {
    let shown = shown(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{shown}` could not be started"))?;
    let output = child.stdout.take().context("no output to read")?;
    let mut counts = Counts::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line.with_context(|| format!("`{shown}` stopped talking"))?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(reported) = closing_line(&line) {
            counts += reported;
        }
    }
    let status = child.wait().with_context(|| format!("`{shown}` cannot be waited for"))?;
    if !status.success() && counts.failed == 0 {
        bail!("`{shown}` ended with {status}");
    }
    if counts == Counts::default() {
        bail!("`{shown}` ran no test");
    }
    Ok(counts)
}

/// Steps and the seconds they took, one a line.
pub(crate) fn table(times: &[(&str, f64)]) -> String {
    let line = |(name, seconds): &(&str, f64)| format!("{seconds:8.1} s  {name}\n");
    times.iter().map(line).collect()
}

/// The counts in cargo's `test result: ok. 3 passed; 0 failed; ...` or in a plain `3 passed, 0 failed`.
fn closing_line(line: &str) -> Option<Counts> {
    let (rest, separator) = match line.strip_prefix("test result: ") {
        Some(rest) => (rest.split_once(". ")?.1, "; "),
        None => (line, ", "),
    };
    let mut parts = rest.trim_end().split(separator);
    let passed = number(parts.next()?, " passed")?;
    let failed = number(parts.next()?, " failed")?;
    Some(Counts { passed, failed })
}

fn number(text: &str, word: &str) -> Option<u64> {
    text.strip_suffix(word)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed }
    }

    fn printed(script: &str) -> Result<Counts> {
        run_counted(Command::new("sh").args(["-c", script]))
    }

    #[test]
    fn closing_lines_of_cargo_and_of_the_browser_tests_are_understood() {
        let cargo = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(closing_line(cargo), Some(counts(12, 0)));
        let cargo = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(closing_line(cargo), Some(counts(3, 2)));
        assert_eq!(closing_line("41 passed, 1 failed"), Some(counts(41, 1)));
        assert_eq!(closing_line("41 passed, 0 failed, 2 skipped\r"), Some(counts(41, 0)));
        assert_eq!(closing_line("test a_parent_withdraws ... ok"), None);
        assert_eq!(closing_line("some passed, 0 failed"), None);
    }

    #[test]
    fn steps_are_listed_with_their_seconds() {
        let table = table(&[("lints", 12.345), ("unit tests", 480.0)]);
        assert_eq!(table, "    12.3 s  lints\n   480.0 s  unit tests\n");
    }

    #[test]
    fn several_closing_lines_are_summed() {
        let said = printed("echo '2 passed, 0 failed'; echo noise; echo '3 passed, 1 failed'");
        assert_eq!(said.unwrap(), counts(5, 1));
    }

    #[test]
    fn a_program_that_fails_before_its_first_test_has_failed() {
        assert!(printed("exit 101").is_err());
        assert!(printed("echo '2 passed, 0 failed'; exit 1").is_err());
    }

    #[test]
    fn a_program_that_runs_no_test_has_not_passed() {
        let error = printed("echo '0 passed, 0 failed'").unwrap_err();
        assert!(error.to_string().ends_with("ran no test"));
    }
}
