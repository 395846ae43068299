import Glibc

/// A client with a bare socket: it sends exactly the bytes it is told, and reads only when asked.
actor TestClient {
    enum Failure: Error, Equatable {
        case cannotConnect(Int32)
        case cannotSend(Int32)
        case timedOut(String)
    }

    private let descriptor: Int32
    private var received: [UInt8] = []
    private var isAtEnd = false
    private var isClosed = false

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        if !isClosed { Glibc.close(descriptor) }
    }

    static func connect(path: String) throws -> TestClient {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, size)
            }
        }
        return try made(descriptor, result)
    }

    static func connect(port: Int) throws -> TestClient {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = in_addr_t(UInt32(0x7F00_0001).bigEndian)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, size)
            }
        }
        return try made(descriptor, result)
    }

    private static func made(_ descriptor: Int32, _ result: Int32) throws -> TestClient {
        guard result == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw Failure.cannotConnect(code)
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        return TestClient(descriptor)
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                try await Task.sleep(for: .milliseconds(1))
            } else {
                throw Failure.cannotSend(errno)
            }
        }
    }

    /// Sends until the server takes no more for `patience`; the number of bytes it took.
    func flood(with bytes: [UInt8], patience: Duration) async throws -> Int {
        var taken = 0
        var refusedSince: ContinuousClock.Instant?
        while true {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                taken += count
                refusedSince = nil
                continue
            }
            guard errno == EAGAIN else { return taken }
            let since = refusedSince ?? .now
            refusedSince = since
            if ContinuousClock.now - since > patience { return taken }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// The next line without its LF; nil at the end of the stream.
    func line(within limit: Duration = .seconds(20)) async throws -> String? {
        let deadline = ContinuousClock.now + limit
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                defer { received.removeSubrange(...end) }
                return String(decoding: received[..<end], as: UTF8.self)
            }
            if isAtEnd { return nil }
            if !fill() {
                guard ContinuousClock.now < deadline else {
                    throw Failure.timedOut(String(decoding: received, as: UTF8.self))
                }
                try await Task.sleep(for: .milliseconds(1))
            }
        }
    }

    /// Every line up to the end of the stream.
    func linesToEnd(within limit: Duration = .seconds(20)) async throws -> [String] {
        var lines: [String] = []
        while let next = try await line(within: limit) { lines.append(next) }
        return lines
    }

    func lines(_ count: Int) async throws -> [String] {
        var lines: [String] = []
        while lines.count < count, let next = try await line() { lines.append(next) }
        return lines
    }

    /// The lines up to the first for which `goesOn` is false, which is taken too but not given.
    func lines(while goesOn: (String) -> Bool) async throws -> [String] {
        var lines: [String] = []
        while let next = try await line(), goesOn(next) { lines.append(next) }
        return lines
    }

    /// Says that no more requests come; replies can still be read.
    func closeOutput() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        Glibc.close(descriptor)
    }

    /// Goes away without a word: TCP sends a reset instead of an end.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, size)
        close()
    }

    /// Takes what is there; false when there is nothing yet.
    private func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count > 0 {
            received.append(contentsOf: chunk[..<count])
            return true
        }
        if count < 0, errno == EAGAIN { return false }
        isAtEnd = true
        return true
    }
}
