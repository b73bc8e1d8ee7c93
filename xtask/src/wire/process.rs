use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a server may take to begin, or to end.
const TIME: Duration = Duration::from_secs(60);

/// A server of somebody else, on loopback; it ends with this value.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    pub(super) port: u16,
}

impl Process {
    /// Starts a server that is to listen on `port`, and waits until it does.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends, or takes too long.
    pub(super) fn start(command: &mut Command, port: u16) -> io::Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut process = Self { child, port };
        let end = Instant::now() + TIME;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = process.child.try_wait()? {
                return Err(io::Error::other(format!("the server ended: {status}")));
            }
            if Instant::now() > end {
                return Err(io::Error::other("the server does not listen"));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(process)
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    ///
    /// When it takes too long.
    pub(super) fn wait(&mut self) -> io::Result<()> {
        let end = Instant::now() + TIME;
        while self.child.try_wait()?.is_none() {
            if Instant::now() > end {
                return Err(io::Error::other("the server does not end"));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on.
///
/// # Errors
///
/// When there is none.
pub(super) fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Sends a request without a body to a server on loopback, and gives the line of its status.
///
/// # Errors
///
/// When there is no answer.
pub(super) fn request(port: u16, method: &str, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(TIME))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: localhost:{port}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}
