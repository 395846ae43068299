import Testing

/// The rooms stay apart: what each may import, beside the language's own modules.
struct LayoutTests {
    /// The rooms of ours, and the libraries, that a room may import.
    static let mayImport: [String: Set<String>] = [
        "Registry": [],
        "AdminProtocol": ["Registry"],
        "Credentials": ["Crypto"],
        "Postgres": ["CLibpq", "Logging"],
        "Store": ["Registry", "Postgres", "Schema", "Crypto", "Logging"],
        "Processes": [],
        "EmbeddedPostgres": ["Processes", "Logging", "ServiceLifecycle"],
        "Index": ["Registry", "Store", "Logging"],
        "Nightly": ["Registry", "Store", "Logging", "ServiceLifecycle"],
        "Delivery": ["Processes", "Registry", "Store", "Logging", "ServiceLifecycle"],
        "Commands": [
            "Registry", "AdminProtocol", "Credentials", "Index", "Postgres", "Store", "Nightly",
            "Crypto", "Logging",
        ],
        "Server": ["AdminProtocol", "Logging", "ServiceLifecycle", "NIOCore", "NIOPosix"],
        "Daemon": [
            "AdminProtocol", "CLibpq", "Commands", "Configuration", "Delivery", "EmbeddedPostgres",
            "Index", "Logging", "Nightly", "Postgres", "Registry", "Server", "ServiceLifecycle",
            "Store", "UnixSignals",
        ],
        "Shell": ["AdminProtocol", "ArgumentParser", "Credentials", "NIOCore", "NIOPosix"],
        "licentiad": ["Daemon"],
        "licentia": ["Shell"],
        "Bench": [
            "AdminProtocol", "ArgumentParser", "EmbeddedPostgres", "Histogram", "Logging",
            "NIOCore", "NIOPosix", "Processes", "Registry",
        ],
        "licentia-bench": ["Bench"],
        "TestSupport": ["EmbeddedPostgres", "Postgres", "Store", "Logging"],
    ]

    /// These two are pure: not even Foundation.
    static let pure: Set = ["Registry", "AdminProtocol"]
    static let system: Set = [
        "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization",
    ]

    @Test(arguments: Project.sources.filter { $0.path.hasSuffix(".swift") })
    func importsAreThoseOfTheRoom(_ file: ProjectFile) throws {
        let room = String(file.path.split(separator: "/")[1])
        var allowed = try #require(Self.mayImport[room], "the room \(room) is not in the table")
        if !Self.pure.contains(room) { allowed.formUnion(Self.system) }
        let pattern =
            #"(?m)^(?:@\w+ +)?(?:internal +|package +|public +)?import +"#
            + #"(?:(?:struct|class|enum|protocol|func|let|typealias) +)?(\w+)"#
        let imports = Set(file.text.matches(of: pattern).map { $0[0] })
        #expect(imports.subtracting(allowed) == [], "\(file.path)")
    }

    @Test func theTableNamesTheRoomsThereAre() {
        let rooms = Set(Project.sources.map { String($0.path.split(separator: "/")[1]) })
        #expect(rooms == Set(Self.mayImport.keys))
    }

    /// SQL is in the schema's files; the store names it. The migrator, which comes before the
    /// schema, and what tests are made with have a few words of their own.
    @Test(arguments: Project.sources)
    func noRoomHoldsSQLOfItsOwn(_ file: ProjectFile) {
        let free = ["Sources/Store/Migrator.swift", "Sources/TestSupport/"]
        if free.contains(where: file.path.hasPrefix) { return }
        let statements = file.text.matches(
            of: #"(?m)(\bSELECT .+ FROM \w|\bINSERT INTO \w|\bUPDATE \w+ SET |\bDELETE FROM \w)"#)
        #expect(statements.isEmpty, "\(file.path)")
    }
}
