import Commands
import Registry
import Server
import Testing

@testable import Daemon

@Suite struct AccountTests {
    private static let ours: Set<AccountRole> = [.administrator, .operator]

    @Test(arguments: [UInt32(0), 990, 1000, .max])
    func thePeersUserIsItsIdentity(user: UInt32) {
        let roles: Set<AccountRole> = user < 1000 ? Self.ours : [.public]
        let peer = Peer(origin: .unix(uid: user, pid: 1), session: 1)
        let account = Account(of: peer, daemonUser: 990)
        #expect(account == Account(name: "unix:\(user)", roles: roles))
    }

    @Test func overTCPEverybodyIsThePublic() {
        let peer = Peer(origin: .tcp(address: "127.0.0.1:5"), session: 1)
        #expect(Account(of: peer, daemonUser: 0) == Account(name: "tcp", role: .public))
    }
}
