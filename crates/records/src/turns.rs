//! Turns inside one instance: calls that let others go on, and calls that hold everything up.

use std::{cell::Cell, fmt, future::poll_fn, task::Poll, time::Duration};

use futures::future::LocalBoxFuture;

/// How often who waits asks again at once: what a store nearby takes to answer.
const AT_ONCE: u32 = 64;

/// How long who waits then sleeps before asking again. A commit takes some of these.
const SLEEP: Duration = Duration::from_millis(1);

/// After how many sleeps a synchronous call goes ahead all the same.
const PATIENCE: u32 = 300;

/// Sleeps, as the platform does it.
pub(crate) type Sleep = fn(Duration) -> LocalBoxFuture<'static, ()>;

/// Lets asynchronous calls go on beside each other, and a synchronous one only while none is under way.
///
/// While a synchronous call runs, nobody in this instance takes what the host has ready for them. Redis under Spin has
/// one connection for everybody, with room for fifty commands: calls that have been given their room and never take it
/// hold up everybody behind them, the synchronous call too. So that one waits until nothing is under way, and
/// whoever comes after it waits for it.
///
/// Nobody is woken: who waits asks again when the instance has had its turn, and then after short sleeps, because a request
/// cannot wake another one of its instance.
pub(crate) struct Turns {
    under_way: Cell<usize>,
    alone: Cell<usize>,
    sleep: Sleep,
}

impl Turns {
    pub(crate) const fn new(sleep: Sleep) -> Self {
        Self { under_way: Cell::new(0), alone: Cell::new(0), sleep }
    }

    /// Carries out an asynchronous call, beside others.
    pub(crate) async fn beside<T>(&self, call: impl Future<Output = T>) -> T {
        self.until(u32::MAX, || self.alone.get() == 0).await;
        let _under_way = Counted::one_more(&self.under_way);
        call.await
    }

    /// Carries out a synchronous call, with no other under way. A call that is under way and that nobody sees through
    /// does not hold it up for ever.
    pub(crate) async fn alone<T>(&self, call: impl FnOnce() -> T) -> T {
        let _waiting = Counted::one_more(&self.alone);
        self.until(PATIENCE, || self.under_way.get() == 0).await;
        call()
    }

    /// Waits until `free`, and no longer than for so many sleeps.
    async fn until(&self, patience: u32, free: impl Fn() -> bool) {
        for asked in 0..patience.saturating_add(AT_ONCE) {
            if free() {
                return;
            }
            if asked < AT_ONCE { turn().await } else { (self.sleep)(SLEEP).await }
        }
    }
}

impl fmt::Debug for Turns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (under_way, alone) = (self.under_way.get(), self.alone.get());
        f.debug_struct("Turns").field("under_way", &under_way).field("alone", &alone).finish_non_exhaustive()
    }
}

/// One of a number, for as long as it lives: also where its request is given up half way.
struct Counted<'a>(&'a Cell<usize>);

impl<'a> Counted<'a> {
    fn one_more(number: &'a Cell<usize>) -> Self {
        number.set(number.get() + 1);
        Self(number)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

/// Lets every other request of the instance have its turn.
async fn turn() {
    let mut had = false;
    poll_fn(|context| {
        if std::mem::replace(&mut had, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, pin::pin, task::Context};

    use futures::{executor::block_on, future::join_all};

    use super::*;

    /// Takes so many turns, and notes when it began and ended.
    async fn call(notes: &RefCell<Vec<String>>, name: &str, turns: usize) {
        notes.borrow_mut().push(format!("{name} begins"));
        for _ in 0..turns {
            turn().await;
        }
        notes.borrow_mut().push(format!("{name} ends"));
    }

    #[test]
    fn a_synchronous_call_runs_while_nothing_is_under_way() {
        let (turns, notes) = (Turns::new(|_| Box::pin(turn())), RefCell::new(Vec::new()));
        let under_way = Cell::new(false);
        let calls = (0..60).map(|number| {
            let (turns, notes, under_way) = (&turns, &notes, &under_way);
            async move {
                if number % 7 == 3 {
                    turns.alone(|| under_way.set(under_way.get() || turns.under_way.get() > 0)).await;
                } else {
                    turns.beside(call(notes, &number.to_string(), number % 5)).await;
                }
            }
        });
        block_on(join_all(calls));
        assert!(!under_way.get());
        assert_eq!(notes.borrow().len(), 2 * (60 - 9));
        assert_eq!((turns.under_way.get(), turns.alone.get()), (0, 0));
    }

    #[test]
    fn whoever_comes_after_a_synchronous_call_waits_for_it() {
        let (turns, notes) = (Turns::new(|_| Box::pin(turn())), RefCell::new(Vec::new()));
        let (first, later) = (call(&notes, "first", 3), call(&notes, "later", 0));
        block_on(async {
            let alone = turns.alone(|| notes.borrow_mut().push("alone".to_owned()));
            futures::join!(turns.beside(first), alone, turns.beside(later));
        });
        assert_eq!(*notes.borrow(), ["first begins", "first ends", "alone", "later begins", "later ends"]);
    }

    #[test]
    fn a_call_that_nobody_sees_through_holds_nobody_up_for_ever() {
        let turns = Turns::new(|_| Box::pin(turn()));
        let mut abandoned = pin!(turns.beside(std::future::pending::<()>()));
        assert!(abandoned.as_mut().poll(&mut Context::from_waker(std::task::Waker::noop())).is_pending());
        assert_eq!(block_on(turns.alone(|| 7)), 7);
    }

    #[test]
    fn a_request_given_up_half_way_holds_nobody_up() {
        let turns = Turns::new(|_| Box::pin(turn()));
        {
            let mut never = pin!(turns.beside(std::future::pending::<()>()));
            let mut waiting = pin!(turns.alone(|| ()));
            let mut context = Context::from_waker(std::task::Waker::noop());
            assert!(never.as_mut().poll(&mut context).is_pending());
            assert!(waiting.as_mut().poll(&mut context).is_pending());
        }
        block_on(turns.alone(|| ()));
        block_on(turns.beside(async {}));
    }
}
