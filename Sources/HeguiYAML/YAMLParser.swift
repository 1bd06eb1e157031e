internal import CYAML

/// Draws events from libyaml; owns the parser and its input.
@safe
final class YAMLParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    /// Nil if libyaml gets no memory. `bytes` must be UTF-8 without a byte order mark.
    init?(_ bytes: ArraySlice<UInt8>) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            return nil
        }
        // At least one byte, so that there is an address to give.
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + 1)
        _ = unsafe input.initialize(from: bytes + [0x0A])
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
        unsafe self.parser = unsafe parser
        unsafe self.input = unsafe input
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// Returns the next event; after the end of the stream that is the end again.
    ///
    /// Where nobody asks for texts, only those that are named have one.
    func next(withTexts: Bool) throws(SyntaxProblem) -> Event {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { unsafe yaml_event_delete(&event) }
        var result = unsafe Event(
            kind: .streamEnd, start: event.start_mark.index, end: event.end_mark.index
        )
        unsafe fill(&result, from: event, withTexts: withTexts)
        return result
    }

    private func fill(_ result: inout Event, from event: yaml_event_t, withTexts: Bool) {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: result.kind = .streamStart
        case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
        case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
        case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
        case YAML_ALIAS_EVENT:
            result.kind = .alias(unsafe Self.name(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let data = unsafe event.data.scalar
            let isAsked = unsafe withTexts || data.anchor != nil
            let value = unsafe UnsafeBufferPointer(
                start: data.value, count: isAsked ? data.length : 0)
            let style = unsafe Self.style(data.style)
            result.kind = .scalar(unsafe String(decoding: value, as: UTF8.self), style: style)
            result.anchor = unsafe Self.name(data.anchor)
            result.hasTag = unsafe data.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            let data = unsafe event.data.sequence_start
            result.kind = .sequenceStart(isFlow: unsafe data.style == YAML_FLOW_SEQUENCE_STYLE)
            result.anchor = unsafe Self.name(data.anchor)
            result.hasTag = unsafe data.tag != nil
        case YAML_MAPPING_START_EVENT:
            let data = unsafe event.data.mapping_start
            result.kind = .mappingStart(isFlow: unsafe data.style == YAML_FLOW_MAPPING_STYLE)
            result.anchor = unsafe Self.name(data.anchor)
            result.hasTag = unsafe data.tag != nil
        default: break
        }
    }

    private static func name(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
        guard let text = unsafe text else { return nil }
        return unsafe String(cString: text)
    }

    private static func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private var problem: SyntaxProblem {
        let state = unsafe parser.pointee
        let problem = unsafe state.problem.map { unsafe String(cString: $0) }
        let context = unsafe state.context.map { unsafe String(cString: $0) }
        let hasMark =
            unsafe state.error == YAML_SCANNER_ERROR || state.error == YAML_PARSER_ERROR
        return SyntaxProblem(
            problem: problem ?? "",
            context: context ?? "",
            problemMark: hasMark ? unsafe state.problem_mark.index : nil,
            contextMark: hasMark && context != nil ? unsafe state.context_mark.index : nil
        )
    }
}

/// One of libyaml's events, with its marks as code points from the beginning of what it was given.
struct Event {
    enum Kind {
        case streamStart, streamEnd
        case documentStart, documentEnd
        case alias(String)
        case scalar(String, style: Scalar.Style)
        case sequenceStart(isFlow: Bool), sequenceEnd
        case mappingStart(isFlow: Bool), mappingEnd
    }

    var kind: Kind
    var start: Int
    var end: Int
    var anchor: String?
    var hasTag = false
}

/// What libyaml says when it cannot go on, with marks as code points like those of `Event`.
struct SyntaxProblem: Error {
    var problem: String
    var context: String
    var problemMark: Int?
    var contextMark: Int?
}
