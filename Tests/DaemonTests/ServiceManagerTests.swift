import Glibc
import Testing

@testable import Daemon

@Suite struct ServiceManagerTests {
    @Test(arguments: ["/tmp/licentia-notify", "@licentia-notify"])
    func statesArriveAsDatagrams(name: String) throws {
        let socket = try NotifySocket("\(name)-\(getpid())")
        let manager = ServiceManager(address: socket.address)
        manager.tell(.ready)
        #expect(socket.receive() == "READY=1")
        manager.tell(.stopping)
        #expect(socket.receive() == "STOPPING=1")
    }

    @Test(arguments: [nil, "", "@", "vsock:1:2", "relative", "/nowhere/at/all"])
    func nobodyToTellIsNoFailure(address: String?) {
        ServiceManager(address: address).tell(.ready)
    }

    @Test func anAddressThatIsTooLongTellsNobody() {
        ServiceManager(address: "/" + String(repeating: "x", count: 500)).tell(.ready)
    }
}
