internal import CZip
internal import Glibc
internal import HeguiColumns
internal import HeguiDiagnostics

/// A zip file that somebody packed other files into, open for reading.
///
/// Only its directory is in memory. Entries are inflated one at a time, and none to more than the
/// directory says of it, so that what the directory says bounds the work.
@safe final class OpenArchive {
    private let handle: OpaquePointer
    /// In the order of the directory.
    let entries: [ArchiveEntry]

    /// Opens what a descriptor gives, which is closed in any case; nil where that is no zip file.
    init?(_ descriptor: Int32) {
        var problem: Int32 = 0
        guard let handle = unsafe zip_fdopen(descriptor, 0, &problem) else {
            close(descriptor)
            return nil
        }
        let count = unsafe max(0, zip_get_num_entries(handle, 0))
        let entries = (0..<Int(count)).compactMap { unsafe ArchiveEntry(handle, $0) }
        guard entries.count == count else {
            unsafe zip_discard(handle)
            return nil
        }
        unsafe self.handle = handle
        self.entries = entries
    }

    deinit {
        unsafe zip_discard(handle)
    }

    /// Hands the first bytes of an entry, at most `length`, to whoever asks what it is.
    func head(of entry: ArchiveEntry, _ length: Int) -> [UInt8] {
        guard let stream = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else { return [] }
        defer { unsafe zip_fclose(stream) }
        var head: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: length)
        while head.count < length {
            let count = unsafe Int(zip_fread(stream, &piece, UInt64(length - head.count)))
            guard count > 0 else { break }
            head += piece[..<count]
        }
        return head
    }

    /// Hands the inflated bytes of an entry to `body` block by block; `name` is what people know it
    /// by. Fails with I0015.
    func read(
        _ entry: ArchiveEntry, name: String,
        _ body: (ArraySlice<UInt8>) throws(IntakeFailure) -> Void
    ) throws(IntakeFailure) {
        guard let stream = unsafe zip_fopen_index(handle, UInt64(entry.index), 0) else {
            throw IntakeFailure(.entryDamaged(name))
        }
        defer { unsafe zip_fclose(stream) }
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while true {
            let count = unsafe Int(zip_fread(stream, &block, UInt64(block.count)))
            total += max(0, count)
            guard count >= 0, total <= entry.size, count > 0 || total == entry.size else {
                throw IntakeFailure(.entryDamaged(name))
            }
            if count == 0 { return }
            try body(block[..<count])
        }
    }

    /// Returns an open file without a name with the inflated bytes of an entry, placed at its start.
    func spool(_ entry: ArchiveEntry, name: String) throws(IntakeFailure) -> Int32 {
        guard let descriptor = UnnamedFile.open(in: TemporaryFolder.forLargeFiles) else {
            throw IntakeFailure(.pathUnreadable(name, reason: SystemFailure(errno).reason))
        }
        do throws(IntakeFailure) {
            try read(entry, name: name) { block throws(IntakeFailure) in
                var rest = block
                while !rest.isEmpty {
                    let count = unsafe rest.withUnsafeBytes {
                        unsafe write(descriptor, $0.baseAddress, $0.count)
                    }
                    if count < 0 && errno == EINTR { continue }
                    guard count > 0 else {
                        let reason = SystemFailure(errno).reason
                        throw IntakeFailure(.pathUnreadable(name, reason: reason))
                    }
                    rest = rest.dropFirst(count)
                }
            }
        } catch {
            close(descriptor)
            throw error
        }
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }
}

/// What the directory of an archive says of one of its entries.
struct ArchiveEntry: Hashable, Sendable {
    let index: Int
    /// The bytes of its name as they stand there.
    let name: [UInt8]
    /// Whether they are marked as UTF-8.
    let isMarkedUTF8: Bool
    let size: Int
    let compressedSize: Int
    let isEncrypted: Bool
    /// Whether it stands for a file, as links, pipes and devices do not.
    let isPlain: Bool

    /// Nil where the directory is damaged.
    init?(_ handle: OpaquePointer, _ index: Int) {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, UInt64(index), 0, &status) == 0,
            let raw = unsafe zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_RAW))
        else { return nil }
        let name = unsafe Array(UnsafeBufferPointer(start: raw, count: strlen(raw)))
            .map { UInt8(bitPattern: $0) }
        // Strictly, what is not marked is an old character set of the West: other bytes come out.
        let strict = unsafe zip_get_name(handle, UInt64(index), UInt32(ZIP_FL_ENC_STRICT))
        let isSame = unsafe strict.map {
            unsafe UnsafeBufferPointer(start: $0, count: strlen($0)).elementsEqual(
                name.map { CChar(bitPattern: $0) })
        }
        self.index = index
        self.name = name
        isMarkedUTF8 = isSame ?? false
        size = unsafe Int(clamping: status.size)
        compressedSize = unsafe Int(clamping: status.comp_size)
        isEncrypted = unsafe status.encryption_method != UInt16(ZIP_EM_NONE)
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        unsafe zip_file_get_external_attributes(handle, UInt64(index), 0, &system, &attributes)
        let mode = attributes >> 16 & S_IFMT
        // Of the systems that may have written it, Unix and macOS say what kind of file it is.
        isPlain = ![3, 19].contains(system) || [0, S_IFREG, S_IFDIR].contains(mode)
    }
}
