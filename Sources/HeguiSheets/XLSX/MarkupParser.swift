internal import CExpat
internal import HeguiDiagnostics

/// Runs expat over one part of an archive and hands its events to a handler.
@safe final class MarkupParser {
    private let file: String
    private let part: String
    private let limits: IntakeLimits
    private let handler: any MarkupHandler
    private let placed: (any PlacedHandler)?
    private let parser: XML_Parser
    private var depth = 0
    private var failure: IntakeFailure?
    private var attributes: [MarkupAttribute] = []

    /// Reads the whole part; fails with what the handler fails with, or I0204 to I0206.
    static func run(
        _ part: String, of archive: ZipArchive, limits: IntakeLimits,
        handler: any MarkupHandler
    ) throws(IntakeFailure) {
        let run = try parser(part, file: archive.file, limits: limits, handler: handler)
        try archive.read(part) { block throws(IntakeFailure) in
            try run.parse(block, isLast: false)
        }
        try run.parse([], isLast: true)
    }

    /// Reads bytes that stand, or are to stand, in `part`; fails as for a part of an archive.
    static func run(
        _ bytes: [UInt8], as part: String, of file: String, limits: IntakeLimits,
        handler: any MarkupHandler
    ) throws(IntakeFailure) {
        let run = try parser(part, file: file, limits: limits, handler: handler)
        try run.parse(bytes[...], isLast: true)
    }

    /// Reads a file that is XML as a whole, in UTF-8 whatever it says of itself.
    static func run(
        _ utf8: [UInt8], file: String, limits: IntakeLimits, handler: any MarkupHandler
    ) throws(IntakeFailure) {
        let run = try parser("XML", file: file, limits: limits, handler: handler, isUTF8: true)
        var rest = utf8[...]
        while !rest.isEmpty {
            try run.parse(rest.prefix(1 << 20), isLast: false)
            rest = rest.dropFirst(1 << 20)
        }
        try run.parse([], isLast: true)
    }

    private static func parser(
        _ part: String, file: String, limits: IntakeLimits, handler: any MarkupHandler,
        isUTF8: Bool = false
    ) throws(IntakeFailure) -> MarkupParser {
        guard let parser = unsafe XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else {
            throw IntakeFailure(.markupMalformed(file, part: part, line: 0))
        }
        return unsafe MarkupParser(
            file: file, part: part, limits: limits, handler: handler, parser: parser)
    }

    private init(
        file: String, part: String, limits: IntakeLimits, handler: any MarkupHandler,
        parser: XML_Parser
    ) {
        self.file = file
        self.part = part
        self.limits = limits
        self.handler = handler
        placed = handler as? any PlacedHandler
        unsafe self.parser = parser
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { user, name, attributes in unsafe MarkupParser.of(user)?.start(name, attributes) },
            { user, name in unsafe MarkupParser.of(user)?.end(name) }
        )
        unsafe XML_SetCharacterDataHandler(parser) { user, bytes, count in
            unsafe MarkupParser.of(user)?.text(bytes, Int(count))
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            unsafe MarkupParser.of(user)?.refuseDoctype()
        }
    }

    deinit {
        unsafe XML_ParserFree(parser)
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> MarkupParser? {
        unsafe user.map { unsafe Unmanaged<MarkupParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func parse(_ block: ArraySlice<UInt8>, isLast: Bool) throws(IntakeFailure) {
        let status = unsafe block.withUnsafeBytes { bytes in
            unsafe XML_Parse(
                parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count),
                isLast ? 1 : 0
            )
        }
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            let line = unsafe Int(XML_GetCurrentLineNumber(parser))
            throw IntakeFailure(.markupMalformed(file, part: part, line: line))
        }
    }

    private func start(
        _ name: UnsafePointer<XML_Char>?,
        _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard failure == nil, let name = unsafe name else { return }
        depth += 1
        guard depth <= limits.markupDepth else {
            return stop(.init(.markupTooDeep(file, part: part, limit: limits.markupDepth)))
        }
        attributes.removeAll(keepingCapacity: true)
        if let list = unsafe list {
            var index = 0
            while let key = unsafe list[index], let value = unsafe list[index + 1] {
                unsafe attributes.append(
                    MarkupAttribute(name: local(key), value: String(cString: value))
                )
                index += 2
            }
        }
        notePlace()
        do throws(IntakeFailure) {
            try handler.start(unsafe local(name), attributes)
        } catch {
            stop(error)
        }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard failure == nil, let name = unsafe name else { return }
        depth -= 1
        notePlace()
        do throws(IntakeFailure) {
            try handler.end(unsafe local(name))
        } catch {
            stop(error)
        }
    }

    private func notePlace() {
        guard let placed else { return }
        let start = unsafe Int(XML_GetCurrentByteIndex(parser))
        placed.place = unsafe start..<start + Int(XML_GetCurrentByteCount(parser))
    }

    private func text(_ bytes: UnsafePointer<XML_Char>?, _ count: Int) {
        guard failure == nil else { return }
        let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        do throws(IntakeFailure) {
            try handler.text(unsafe String(decoding: piece, as: UTF8.self))
        } catch {
            stop(error)
        }
    }

    private func refuseDoctype() {
        stop(.init(.doctypeRefused(file, part: part)))
    }

    private func stop(_ reason: IntakeFailure) {
        if failure == nil { failure = reason }
        unsafe XML_StopParser(parser, 0)
    }

    /// The name without the prefix of its namespace.
    private func local(_ name: UnsafePointer<XML_Char>) -> String {
        var start = 0
        var end = 0
        while unsafe name[end] != 0 {
            end += 1
            if unsafe name[end - 1] == 0x3A { start = end }
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: name + start, count: end - start)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
