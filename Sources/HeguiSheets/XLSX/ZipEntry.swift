internal import CZip
internal import HeguiDiagnostics

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
                let rawName = unsafe status.name
            else { throw IntakeFailure(.archiveDamaged(file, part: nil)) }
            let name = unsafe String(cString: rawName).replacing("\\", with: "/")
            guard !leadsOut(name) else { throw IntakeFailure(.entryNameRefused(file)) }
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

    private static func leadsOut(_ name: String) -> Bool {
        name.hasPrefix("/") || name.dropFirst().hasPrefix(":")
            || name.split(separator: "/").contains("..")
    }
}
