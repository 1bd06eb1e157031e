internal import CZip
internal import Glibc
internal import HeguiDiagnostics

/// The parts of a zip file in memory; nothing is ever written to disk.
///
/// Inflated bytes are counted while they stream, because declared sizes may lie.
@safe final class ZipArchive {
    let file: String
    private let limits: IntakeLimits
    private let handle: OpaquePointer
    private let entries: [String: ZipEntry]
    private var inflated = 0
    /// What of a part is in memory at once; each part is read into the same.
    private var block = [UInt8](repeating: 0, count: 1 << 16)
    /// What the package as a whole refers to, once it was read: what kind of file it is, which part
    /// holds the workbook and whether it is one of ours follow from it.
    var rootTargets: [Relationships.Target]?

    init(_ bytes: [UInt8], file: String, limits: IntakeLimits) throws(IntakeFailure) {
        self.file = file
        self.limits = limits
        guard let handle = unsafe ZipArchive.open(bytes) else {
            throw IntakeFailure(.archiveDamaged(file, part: nil))
        }
        unsafe self.handle = handle
        do throws(IntakeFailure) {
            entries = unsafe try ZipEntry.all(of: handle, file: file, limits: limits)
        } catch {
            unsafe zip_discard(handle)
            throw error
        }
    }

    deinit {
        unsafe zip_discard(handle)
    }

    /// The name of every part as written, in byte order.
    var names: [String] { entries.values.map(\.name).sorted() }

    /// Whether a part is encrypted.
    var isEncrypted: Bool { entries.values.contains { $0.isEncrypted } }

    func contains(_ name: String) -> Bool {
        entries[name.lowercased()] != nil
    }

    /// Where a part stands in the archive, nil where it is not there.
    func index(of name: String) -> UInt64? {
        entries[name.lowercased()]?.index
    }

    /// Hands the inflated bytes of a part to `body` block by block; part names do not care about
    /// case. Fails with I0201, I0202, I0203 or I0007.
    func read(
        _ name: String, _ body: (ArraySlice<UInt8>) throws(IntakeFailure) -> Void
    ) throws(IntakeFailure) {
        guard let entry = entries[name.lowercased()] else {
            throw IntakeFailure(.partMissing(file, part: name))
        }
        guard !entry.isEncrypted else { throw IntakeFailure(.passwordProtected(file)) }
        guard let stream = unsafe zip_fopen_index(handle, entry.index, 0) else {
            throw IntakeFailure(.archiveDamaged(file, part: name))
        }
        defer { unsafe zip_fclose(stream) }
        var partSize = 0
        while true {
            let count = unsafe Int(zip_fread(stream, &block, UInt64(block.count)))
            guard count >= 0 else { throw IntakeFailure(.archiveDamaged(file, part: name)) }
            if count == 0 { return }
            partSize += count
            inflated += count
            try checkSize(partSize, of: entry)
            try body(block[..<count])
        }
    }

    private func checkSize(_ partSize: Int, of entry: ZipEntry) throws(IntakeFailure) {
        guard inflated <= limits.inflatedBytes else {
            throw IntakeFailure(
                .archiveTooLarge(
                    file, zh: "解压后超过 \(limits.inflatedBytes >> 20) MiB",
                    en: "inflates to more than \(limits.inflatedBytes >> 20) MiB"
                )
            )
        }
        guard limits.areLikely(inflated: partSize, compressed: entry.compressedSize) else {
            throw IntakeFailure(
                .archiveTooLarge(
                    file, zh: "“\(entry.name)”的压缩比超过 \(limits.inflationRatio)",
                    en: "`\(entry.name)` inflates by more than \(limits.inflationRatio) times"
                )
            )
        }
    }

    private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
        // libzip frees the copy when the archive is closed, so nothing here has to outlive it.
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe copy.copyBytes(from: bytes)
        var problem = unsafe zip_error_t()
        unsafe zip_error_init(&problem)
        defer { unsafe zip_error_fini(&problem) }
        guard
            let source = unsafe zip_source_buffer_create(
                copy.baseAddress, UInt64(bytes.count), 1, &problem
            )
        else {
            unsafe copy.deallocate()
            return nil
        }
        guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &problem) else {
            unsafe zip_source_free(source)
            return nil
        }
        return unsafe handle
    }
}

/// One part of a zip file, as its directory lists it.
struct ZipEntry {
    /// With forward slashes.
    let name: String
    let index: UInt64
    let compressedSize: Int
    let isEncrypted: Bool

    /// Lists the archive's parts by lower-case name; folders are left out.
    static func all(
        of handle: OpaquePointer, file: String, limits: IntakeLimits
    ) throws(IntakeFailure) -> [String: ZipEntry] {
        let count = unsafe Int(zip_get_num_entries(handle, 0))
        guard count <= limits.archiveEntries else {
            throw IntakeFailure(
                .archiveTooLarge(
                    file, zh: "压缩包内超过 \(limits.archiveEntries) 个部件",
                    en: "holds more than \(limits.archiveEntries) parts"
                )
            )
        }
        var entries: [String: ZipEntry] = [:]
        for index in 0..<UInt64(max(0, count)) {
            var status = unsafe zip_stat_t()
            guard unsafe zip_stat_index(handle, index, 0, &status) == 0,
                let written = unsafe zip_get_name(handle, index, UInt32(ZIP_FL_ENC_RAW))
            else { throw IntakeFailure(.archiveDamaged(file, part: nil)) }
            let raw = unsafe text(of: written)
            let name = raw.utf8.contains(0x5C) ? raw.replacing("\\", with: "/") : raw
            guard !PackedName.leadsOut(name) else { throw IntakeFailure(.entryNameRefused(file)) }
            if name.hasSuffix("/") { continue }
            let entry = ZipEntry(
                name: name,
                index: index,
                compressedSize: Int(clamping: unsafe status.comp_size),
                isEncrypted: unsafe status.encryption_method != UInt16(ZIP_EM_NONE)
            )
            guard entries.updateValue(entry, forKey: name.lowercased()) == nil else {
                throw IntakeFailure(.entryNameRefused(file))
            }
        }
        return entries
    }

    /// A name in UTF-8, or in GB18030 as programs on Chinese Windows write it, whatever its flag says.
    private static func text(of name: UnsafePointer<CChar>) -> String {
        let bytes = unsafe UnsafeBufferPointer(start: name, count: strlen(name))
            .map { UInt8(bitPattern: $0) }
        return String(validating: bytes, as: UTF8.self) ?? GB18030.text(bytes)
            ?? String(decoding: bytes, as: UTF8.self)
    }
}
