internal import CZip
internal import HeguiDiagnostics

/// Puts parts into a zip file and leaves all others byte for byte as they were.
package enum ZipRewriter {
    /// A part of a file that is made anew.
    package struct Part {
        let name: String
        let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Returns a zip file of `parts`, with the earliest time that there is.
    ///
    /// - Throws: `IntakeFailure` where it cannot be packed.
    package static func archive(of parts: [Part]) throws(IntakeFailure) -> [UInt8] {
        try rewrite(nil, file: "", parts: parts.map { ($0.name, nil, $0.bytes) })
    }

    /// Returns `archive` with `parts`, each at its place or, where it has none, as a new one.
    ///
    /// Without an archive there is nothing but the parts. Parts keep the time of the one that they
    /// replace; new ones have that of the first part, or the earliest that there is, so that the same
    /// input gives the same bytes.
    static func rewrite(
        _ archive: [UInt8]?, file: String, parts: [(name: String, place: UInt64?, bytes: [UInt8])]
    ) throws(IntakeFailure) -> [UInt8] {
        let failure = IntakeFailure(.archiveDamaged(file, part: nil))
        var problem = unsafe zip_error_t()
        unsafe zip_error_init(&problem)
        defer { unsafe zip_error_fini(&problem) }
        let bytes = archive ?? []
        guard
            let source = unsafe zip_source_buffer_create(
                copy(bytes), UInt64(bytes.count), 1, &problem)
        else { throw failure }
        // The source outlives the archive, whose new bytes are read from it.
        unsafe zip_source_keep(source)
        defer { unsafe zip_source_free(source) }
        guard
            let handle = unsafe zip_open_from_source(
                source, archive == nil ? ZIP_TRUNCATE : 0, &problem)
        else {
            unsafe zip_source_free(source)
            throw failure
        }
        for part in parts {
            let timed = archive == nil ? nil : part.place ?? 0
            let time = timed.map { unsafe modificationTime(of: $0, in: handle) }
            guard unsafe put(part.bytes, part.name, at: part.place, time: time, into: handle) else {
                unsafe zip_discard(handle)
                throw failure
            }
        }
        guard unsafe zip_close(handle) == 0 else {
            unsafe zip_discard(handle)
            throw failure
        }
        guard let result = unsafe contents(of: source) else { throw failure }
        return result
    }

    private static func put(
        _ bytes: [UInt8], _ name: String, at place: UInt64?, time: time_t?,
        into handle: OpaquePointer
    ) -> Bool {
        guard let source = unsafe zip_source_buffer(handle, copy(bytes), UInt64(bytes.count), 1)
        else { return false }
        var index = place.map { Int64($0) } ?? -1
        if let place {
            guard unsafe zip_file_replace(handle, place, source, 0) == 0 else {
                unsafe zip_source_free(source)
                return false
            }
        } else {
            index = unsafe zip_file_add(handle, name, source, UInt32(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                unsafe zip_source_free(source)
                return false
            }
        }
        guard let time else {
            let firstDay: UInt16 = 0x21
            return unsafe zip_file_set_dostime(handle, UInt64(index), 0, firstDay, 0) == 0
        }
        return unsafe zip_file_set_mtime(handle, UInt64(index), time, 0) == 0
    }

    private static func modificationTime(of index: UInt64, in handle: OpaquePointer) -> time_t {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, index, 0, &status) == 0 else { return 0 }
        return unsafe status.mtime
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        var status = unsafe zip_stat_t()
        guard unsafe zip_source_stat(source, &status) == 0,
            unsafe zip_source_open(source) == 0
        else { return nil }
        defer { unsafe zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: unsafe Int(status.size))
        let count = unsafe zip_source_read(source, &bytes, UInt64(bytes.count))
        return count == Int64(bytes.count) ? bytes : nil
    }

    /// Memory that libzip frees.
    private static func copy(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
        let copy = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(1, bytes.count), alignment: 16)
        unsafe copy.copyBytes(from: bytes)
        return copy.baseAddress
    }
}
