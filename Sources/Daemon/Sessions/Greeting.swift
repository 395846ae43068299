package import AdminProtocol
package import Server

/// The first line of every session.
package enum Greeting {
    /// `* licentia version=… protocol=1 auth=external,scram-sha-256,token formats=text,json
    /// max-line=65536`.
    package static func line(for peer: Peer) -> DataLine {
        DataLine(
            "licentia",
            [
                Field("version", .word(DaemonVersion.current)), Field("protocol", .integer(1)),
                Field("auth", .list(peer.auth)), Field("formats", .list(["text", "json"])),
                Field("max-line", .integer(ProtocolLimits.maxLine)),
            ])
    }
}

extension Peer {
    /// By what a session may say who it is. `external` is the identity that the transport brings
    /// along, as only the Unix socket does.
    var auth: [String] {
        switch origin {
        case .unix: ["external", "scram-sha-256", "token"]
        case .tcp: ["scram-sha-256", "token"]
        }
    }

    /// From where it came: the user, or the host without the port, which is another each time.
    var place: String {
        switch origin {
        case .unix(let uid, _): "unix:\(uid)"
        case .tcp(let address):
            String(address.prefix(upTo: address.lastIndex(of: ":") ?? address.endIndex))
        }
    }
}
