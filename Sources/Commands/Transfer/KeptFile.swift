import AdminProtocol
import Crypto
import Foundation

/// A file that a client sent, kept on disk while it is worked on: so that no transaction waits for
/// a client, memory stays bounded, and a `request=` token holds for the very same file.
///
/// It has no name in any folder from the first moment on, and is gone with its descriptor.
final class KeptFile: Sendable {
    private let descriptor: Int32
    /// Its length in bytes.
    let count: Int
    /// SHA-256 of its content, in hexadecimal.
    let digest: String

    /// Takes a block to its end.
    init(_ block: InboundBlock) async throws {
        let descriptor = try Self.open()
        var hash = SHA256()
        var count = 0
        do {
            for try await piece in block {
                hash.update(data: piece)
                try Self.write(piece, to: descriptor)
                count += piece.count
            }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.count = count
        digest = hash.finalize().map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    deinit { close(descriptor) }

    /// Up to so many bytes from `offset` on; none at the end.
    func piece(at offset: Int, upTo length: Int) throws -> [UInt8] {
        let piece = try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            let read = pread(descriptor, buffer.baseAddress, length, off_t(offset))
            guard read >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            count = read
        }
        return piece
    }

    private static func open() throws -> Int32 {
        let folder = FileManager.default.temporaryDirectory
        var template = Array(folder.appending(path: "licentia-import-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        unlink(template)
        return descriptor
    }

    private static func write(_ piece: [UInt8], to descriptor: Int32) throws {
        var rest = piece[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { bytes in
                Foundation.write(descriptor, bytes.baseAddress, bytes.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
            rest = rest.dropFirst(written)
        }
    }
}
