internal import Glibc

/// Small text files and folders, written so that they are there after a power cut.
enum DurableFile {
    /// The text of a small file; nil when it is missing, unreadable, or longer than the limit.
    static func read(_ path: String, limit: Int) -> String? {
        guard let bytes = bytes(of: path, from: .start, limit: limit + 1) else { return nil }
        return bytes.count > limit ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The end of a file, up to the limit; nil when it is missing or unreadable.
    static func readEnd(_ path: String, limit: Int) -> String? {
        bytes(of: path, from: .end, limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    private enum Side { case start, end }

    private static func bytes(of path: String, from side: Side, limit: Int) -> ArraySlice<UInt8>? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        var offset = side == .start ? 0 : max(0, size - limit)
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let more = bytes.withUnsafeMutableBytes { space in
                pread(
                    descriptor, space.baseAddress?.advanced(by: count), limit - count, off_t(offset)
                )
            }
            guard more > 0 else { break }
            count += more
            offset += more
        }
        return bytes[..<count]
    }

    /// Writes a file under another name and renames it, so that no reader sees half of it.
    static func write(
        _ text: String, to path: String, mode: UInt32, group: UInt32
    ) throws(EmbeddedPostgresError) {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .unusable(draft, "write", errno: errno) }
        let bytes = Array(text.utf8)
        var failed = Glibc.write(descriptor, bytes, bytes.count) != bytes.count
        // Not even asked where nothing changes: a filter of system calls may forbid the question.
        if group != getegid() { failed = fchown(descriptor, uid_t.max, group) != 0 || failed }
        failed = fchmod(descriptor, mode) != 0 || failed
        failed = fsync(descriptor) != 0 || failed
        let reason = errno
        close(descriptor)
        if failed { throw .unusable(draft, "write", errno: reason) }
        guard rename(draft, path) == 0 else { throw .unusable(path, "replace", errno: errno) }
    }

    /// Makes the names in a folder last.
    static func syncFolder(_ path: String) throws(EmbeddedPostgresError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unusable(path, "open", errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .unusable(path, "sync", errno: errno) }
    }

    /// The names in a folder, in no order; empty when it cannot be read.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
