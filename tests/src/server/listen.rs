use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::{
    io::{AsyncWriteExt as _, BufStream},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::{Answer, Request};

/// A server that answers by its script, in order, until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    listening: JoinHandle<()>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Answer>,
    requests: Vec<Request>,
    connections: usize,
}

impl Server {
    /// Listens on a free port of loopback. A request beyond the script is answered with status 599.
    pub(crate) async fn start(script: impl IntoIterator<Item = Answer>) -> Self {
        Self::start_at(|_| script).await
    }

    /// As [`start`](Self::start), with a script that names the server itself, by its base URL.
    pub(crate) async fn start_at<S: IntoIterator<Item = Answer>>(
        script: impl FnOnce(&str) -> S,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback has a free port");
        let address = listener
            .local_addr()
            .expect("a bound listener has an address");
        let state = Arc::new(Mutex::new(State {
            script: script(&format!("http://{address}")).into_iter().collect(),
            ..State::default()
        }));
        let listening = tokio::spawn(listen(listener, Arc::clone(&state)));
        Self {
            address,
            state,
            listening,
        }
    }

    /// The base URL: `http://127.0.0.1:port`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What arrived, in order.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.lock().requests.clone()
    }

    /// The one request that arrived.
    pub(crate) fn request(&self) -> Request {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests[0].clone()
    }

    /// How many connections were opened.
    pub(crate) fn connections(&self) -> usize {
        self.lock().connections
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .expect("no test panics while it holds the lock")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, state: Arc<Mutex<State>>) {
    while let Ok((stream, _)) = listener.accept().await {
        state
            .lock()
            .expect("no task panics while it holds the lock")
            .connections += 1;
        tokio::spawn(serve(BufStream::new(stream), Arc::clone(&state)));
    }
}

/// Answers the requests of one connection until it is closed from either side.
async fn serve(mut stream: BufStream<TcpStream>, state: Arc<Mutex<State>>) {
    while let Some(request) = Request::read(&mut stream).await {
        let answer = next(&state, request);
        tokio::time::sleep(answer.delay()).await;
        let sent = stream.write_all(&answer.bytes()).await.is_ok() && stream.flush().await.is_ok();
        if !sent || answer.closes() {
            return;
        }
    }
}

fn next(state: &Mutex<State>, request: Request) -> Answer {
    let mut state = state
        .lock()
        .expect("no task panics while it holds the lock");
    state.requests.push(request);
    state
        .script
        .pop_front()
        .unwrap_or_else(|| Answer::status(599))
}
