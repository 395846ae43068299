package import Commands
internal import Registry
package import Server

extension Account {
    /// Who a peer is (protocol contract, Transport): on the Unix socket the user id of its process
    /// is its identity, and root and the daemon's own user are administrators and operators; over
    /// TCP nothing is known of it, so it is the public.
    ///
    /// What a role may do is the authoriser's business, not this one's.
    package init(of peer: Peer, daemonUser: UInt32) {
        switch peer.origin {
        case .unix(let uid, _):
            let isOurs = uid == 0 || uid == daemonUser
            self.init(
                name: "unix:\(uid)", roles: isOurs ? [.administrator, .operator] : [.public])
        case .tcp:
            self.init(name: "tcp", role: .public)
        }
    }
}
