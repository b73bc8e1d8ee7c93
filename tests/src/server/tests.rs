use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{Answer, Server};

/// Sends these bytes over one connection; gives what comes back until it is closed.
async fn exchange(server: &Server, sent: &[u8]) -> String {
    let address = server.url().trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(address)
        .await
        .expect("the server listens");
    stream.write_all(sent).await.expect("the server reads");
    stream.shutdown().await.expect("the server still listens");
    let mut received = String::new();
    stream
        .read_to_string(&mut received)
        .await
        .expect("the answer is text");
    received
}

#[tokio::test]
async fn the_bytes_of_a_request_are_kept_as_they_arrived() {
    let server = Server::start([Answer::json("{}")]).await;
    exchange(
        &server,
        b"PUT /a%2Fb?c=d+e HTTP/1.1\r\nX-One:  1 \r\ncontent-length: 2\r\n\r\nhi",
    )
    .await;
    let request = server.request();
    assert_eq!(request.line(), "PUT /a%2Fb?c=d+e");
    assert_eq!(request.headers[0], ("X-One".to_owned(), "1".to_owned()));
    assert_eq!(request.text(), "hi");
}

#[tokio::test]
async fn one_connection_carries_several_requests() {
    let server = Server::start([Answer::json("1"), Answer::json("2").chunked()]).await;
    let chunked = b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n";
    let received = exchange(
        &server,
        &[b"GET / HTTP/1.1\r\n\r\n".as_slice(), chunked].concat(),
    )
    .await;
    assert!(
        received.contains("content-length: 1\r\n\r\n1HTTP/1.1 200"),
        "{received}"
    );
    assert!(
        received.ends_with("transfer-encoding: chunked\r\n\r\n1\r\n2\r\n0\r\n\r\n"),
        "{received}"
    );
    assert_eq!(server.requests()[1].text(), "hi");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_cut_answer_ends_before_its_announced_length() {
    let server = Server::start([Answer::json("0123456789").cut_at(4), Answer::hang_up()]).await;
    let received = exchange(&server, b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n").await;
    assert!(
        received.ends_with("content-length: 10\r\n\r\n0123"),
        "{received}"
    );
    assert_eq!(exchange(&server, b"GET / HTTP/1.1\r\n\r\n").await, "");
}
