internal import CHTML
internal import HeguiDiagnostics

/// Takes the events of a web page; names come in lower case and with their prefix.
protocol PageHandler: MarkupHandler {
    func comment(_ text: String) throws(IntakeFailure)
}

/// Runs libxml2's tolerant parser over a page and hands its events to a handler; every start is
/// followed by its end, whatever the page leaves out.
@safe final class HTMLParser {
    private let file: String
    private let handler: any PageHandler
    private var parser: htmlParserCtxtPtr?
    private var depth = 0
    private var failure: IntakeFailure?

    private static let piece = 16 << 10
    /// A tag is looked through as a whole, and its attributes each against all others.
    private static let tagLength = 128 << 10
    private static let attributes = 256
    private static let depth = 512
    /// Whoever comes first makes the library ready, before several threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Reads a page in UTF-8. `atEnd` is called at the end of the bytes, before what is still open is
    /// closed. Fails with what the handler fails with, I0018 or I0206.
    static func run(
        _ utf8: [UInt8], file: String, handler: any PageHandler, atEnd: () -> Void = {}
    ) throws(IntakeFailure) {
        guard isReady else { return }
        let run = HTMLParser(file: file, handler: handler)
        guard unsafe run.parser != nil else { throw IntakeFailure(.pageDamaged(file)) }
        var rest = utf8[...]
        while !rest.isEmpty {
            try run.parse(rest.prefix(piece), isLast: false)
            rest = rest.dropFirst(piece)
        }
        atEnd()
        try run.parse([], isLast: true)
    }

    private init(file: String, handler: any PageHandler) {
        self.file = file
        self.handler = handler
        var events = unsafe htmlSAXHandler()
        unsafe events.startElement = { user, name, attributes in
            unsafe HTMLParser.of(user)?.start(name, attributes)
        }
        unsafe events.endElement = { user, name in unsafe HTMLParser.of(user)?.end(name) }
        unsafe events.characters = { user, bytes, count in
            unsafe HTMLParser.of(user)?.text(bytes, Int(count))
        }
        unsafe events.ignorableWhitespace = events.characters
        unsafe events.cdataBlock = events.characters
        unsafe events.comment = { user, text in unsafe HTMLParser.of(user)?.comment(text) }
        let user = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe parser = htmlCreatePushParserCtxt(
            &events, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        let options = [
            HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
            HTML_PARSE_NODEFDTD, HTML_PARSE_IGNORE_ENC,
        ].reduce(0) { $0 | $1.rawValue }
        if unsafe parser != nil { _ = unsafe htmlCtxtUseOptions(parser, Int32(options)) }
    }

    deinit {
        if unsafe parser != nil { unsafe htmlFreeParserCtxt(parser) }
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> HTMLParser? {
        unsafe user.map { unsafe Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func parse(_ block: ArraySlice<UInt8>, isLast: Bool) throws(IntakeFailure) {
        _ = unsafe block.withUnsafeBytes { bytes in
            unsafe htmlParseChunk(
                parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count),
                isLast ? 1 : 0)
        }
        if let failure { throw failure }
        if !isLast, isInsideLongTag { throw IntakeFailure(.pageDamaged(file)) }
    }

    /// Whether the parser waits for the end of a tag that is too long.
    private var isInsideLongTag: Bool {
        guard let input = unsafe parser?.pointee.input?.pointee, let start = unsafe input.cur,
            let end = unsafe input.end
        else { return false }
        guard unsafe end - start > Self.tagLength, unsafe start[0] == 0x3C else { return false }
        return unsafe (0x61...0x7A).contains(start[1] | 0x20)
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil, let name = unsafe name else { return }
        depth += 1
        guard depth <= Self.depth else {
            return stop(.init(.markupTooDeep(file, part: "HTML", limit: Self.depth)))
        }
        var attributes: [MarkupAttribute] = []
        if let list = unsafe list {
            var index = 0
            while let key = unsafe list[index] {
                let value = unsafe list[index + 1].map { unsafe String(cString: $0) } ?? ""
                unsafe attributes.append(MarkupAttribute(name: String(cString: key), value: value))
                index += 2
                guard index <= 2 * Self.attributes else { return stop(.init(.pageDamaged(file))) }
            }
        }
        do throws(IntakeFailure) {
            try handler.start(unsafe String(cString: name), attributes)
        } catch {
            stop(error)
        }
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard failure == nil, let name = unsafe name else { return }
        depth -= 1
        do throws(IntakeFailure) {
            try handler.end(unsafe String(cString: name))
        } catch {
            stop(error)
        }
    }

    private func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
        guard failure == nil else { return }
        let piece = unsafe UnsafeBufferPointer(start: bytes, count: count)
        do throws(IntakeFailure) {
            try handler.text(unsafe String(decoding: piece, as: UTF8.self))
        } catch {
            stop(error)
        }
    }

    private func comment(_ text: UnsafePointer<xmlChar>?) {
        guard failure == nil, let text = unsafe text else { return }
        do throws(IntakeFailure) {
            try handler.comment(unsafe String(cString: text))
        } catch {
            stop(error)
        }
    }

    private func stop(_ reason: IntakeFailure) {
        if failure == nil { failure = reason }
        unsafe xmlStopParser(parser)
    }
}
