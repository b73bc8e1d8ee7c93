//! The tests of the whole.

#[cfg(test)]
mod faulty;
