import Commands
import Server
import Testing

@testable import Daemon

@Suite struct AccountTests {
    @Test(arguments: [
        (UInt32(0), AccountRole.administrator), (990, .administrator), (1000, .public),
        (.max, .public),
    ])
    func thePeersUserIsItsIdentity(user: UInt32, role: AccountRole) {
        let peer = Peer(origin: .unix(uid: user, pid: 1), session: 1)
        let account = Account(of: peer, daemonUser: 990)
        #expect(account == Account(name: "unix:\(user)", role: role))
    }

    @Test func overTCPEverybodyIsThePublic() {
        let peer = Peer(origin: .tcp(address: "127.0.0.1:5"), session: 1)
        #expect(Account(of: peer, daemonUser: 0) == Account(name: "tcp", role: .public))
    }
}
