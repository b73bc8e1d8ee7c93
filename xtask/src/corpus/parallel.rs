use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

/// Does the same to many things, `jobs` of them at a time, and says of each when it is done.
///
/// `work` is told the number of the job too, below `jobs`: no two calls at the same time have the same. The results
/// are in the order of the things; a thing whose call panicked has none.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    jobs: usize,
    things: &[T],
    work: impl Fn(usize, &T) -> R + Sync,
    mut done: impl FnMut(&R),
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (sender, results) = channel();
    let mut found = Vec::new();
    thread::scope(|scope| {
        for job in 0..jobs {
            let (next, work) = (&next, &work);
            let sender = sender.clone();
            scope.spawn(move || {
                while let Some((at, thing)) = take(next, things) {
                    if sender.send((at, work(job, thing))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (at, result) in results {
            done(&result);
            found.push((at, result));
        }
    });
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, result)| result).collect()
}

/// The next thing that nobody has taken.
fn take<'t, T>(next: &AtomicUsize, things: &'t [T]) -> Option<(usize, &'t T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    things.get(at).map(|thing| (at, thing))
}
