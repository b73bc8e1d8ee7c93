use std::time::Duration;

/// The most that a token is renewed before it expires.
const MARGIN: Duration = Duration::from_secs(60);

/// A point in time. Where the platform has no clock, there is none, and tokens serve until they are refused.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment(#[cfg(not(target_family = "wasm"))] tokio::time::Instant);

impl Moment {
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn now() -> Self {
        Self(tokio::time::Instant::now())
    }

    #[cfg(target_family = "wasm")]
    pub(super) fn now() -> Self {
        Self()
    }

    /// When a token that lives so long from here on is to be renewed: a tenth of its life before its end, a minute at
    /// most.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn renewal(self, life: Duration) -> Option<Self> {
        let margin = (life / 10).min(MARGIN);
        self.0.checked_add(life.saturating_sub(margin)).map(Self)
    }

    #[cfg(target_family = "wasm")]
    pub(super) fn renewal(self, _life: Duration) -> Option<Self> {
        let _ = MARGIN;
        None
    }

    #[cfg(not(target_family = "wasm"))]
    pub(super) fn has_come(self) -> bool {
        tokio::time::Instant::now() >= self.0
    }

    #[cfg(target_family = "wasm")]
    pub(super) fn has_come(self) -> bool {
        false
    }
}
