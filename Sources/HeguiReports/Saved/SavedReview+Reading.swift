package import FoundationEssentials
package import HeguiDiagnostics

extension SavedReview {
    /// Why a file is no review that can be compared with.
    package struct Failure: Error {
        package let diagnostic: Diagnostic
    }

    /// Reads the JSON report `content`, which people know as the file `name`.
    ///
    /// - Throws: `Failure` for what is no JSON or cut off (S0001), no review (S0002), a review of
    ///   another format version (S0003), or one that lacks something (S0004).
    /// - Complexity: linear in the text; the verdicts of outcomes are held in memory.
    package init(_ content: Data, name: String) throws(Failure) {
        let document = try SavedReviewDocument(content, name: name)
        self.init(
            name: name, provenance: try document.value("provenance"),
            counting: try document.value("pack", as: PackMember.self).counting,
            parameters: try document.value("parameters"), rules: try document.value("rules"),
            outcomes: try SavedOutcomes(
                document.text, at: document.range("outcomes"), name: name),
            standings: try document.value("standings"),
            dataFindings: try document.value("data_findings"))
    }

    private struct PackMember: Decodable {
        let counting: JSONValue
    }

    /// Returns what `content` holds, which stands at `path` of a report, or says why it does not hold
    /// that.
    static func decode<Content: Decodable>(
        _ type: Content.Type, _ content: Data, path: String, name: String
    ) throws(Failure) -> Content {
        do {
            return try JSONDecoder().decode(type, from: content)
        } catch {
            throw failure(for: error, content, path, name)
        }
    }

    private static func failure(
        for error: any Error, _ content: Data, _ path: String, _ name: String
    ) -> Failure {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            lacking(self.path(path, context.codingPath + [key]), name)
        case DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context):
            lacking(self.path(path, context.codingPath), name)
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            lacking(self.path(path, context.codingPath), name)
        default: noJSON(content, name)
        }
    }

    /// `outcomes[3].subject.id`.
    private static func path(_ start: String, _ keys: [any CodingKey]) -> String {
        keys.reduce(into: start) { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
    }

    static func noJSON(_ content: Data, _ name: String) -> Failure {
        // The first line of JSON Lines names their format.
        if content.prefix(80).contains(Data("hegui-review-lines".utf8)) {
            return noReview("hegui-review-lines", name)
        }
        let last = content.last { $0 > 0x20 }
        let isCut = content.first == UInt8(ascii: "{") && last != UInt8(ascii: "}")
        return isCut
            ? cutOff(name)
            : unreadable(Message(zh: "文件不是 JSON", en: "the file is no JSON"), name)
    }

    static func cutOff(_ name: String) -> Failure {
        unreadable(
            Message(zh: "文件不完整：JSON 在中途断开", en: "the file is cut off in the middle of its JSON"),
            name)
    }

    private static func unreadable(_ message: Message, _ name: String) -> Failure {
        Failure(
            diagnostic: Diagnostic(code: "S0001", message: message, at: .file(name), help: help))
    }

    static func noReview(_ format: String?, _ name: String) -> Failure {
        let found = format.map { Message(zh: "，而是 `\($0)`", en: " but `\($0)`") }
        return Failure(
            diagnostic: Diagnostic(
                code: "S0002",
                message: Message(
                    zh: "文件不是保存的审查结果" + (found?.zh ?? ""),
                    en: "the file is no saved review" + (found?.en ?? "")),
                at: .file(name), help: help))
    }

    static func lacking(_ path: String, _ name: String) -> Failure {
        Failure(
            diagnostic: Diagnostic(
                code: "S0004",
                message: Message(
                    zh: "审查结果的 `\(path)` 缺少或不是应有的样子",
                    en: "`\(path)` of the saved review is missing or not what it should be"),
                at: .file(name), help: help))
    }

    private static let help = Message(
        zh: "请给出 hegui review --format json 写的文件",
        en: "give a file that `hegui review --format json` wrote")
}

extension SavedReview.Failure {
    /// The failure of a format version that this one does not read; nil for one that states none.
    static func otherVersion(_ version: Int?, _ name: String) -> SavedReview.Failure {
        let wanted = JSONReport.formatVersion
        let isNewer = version.map { $0 > wanted } ?? false
        let reason =
            isNewer
            ? Message(zh: "由更新的版本写成", en: "was written by a later version of hegui")
            : Message(
                zh: "由旧版写成，缺少对比所需的来源信息", en: "is too old and does not say where it comes from")
        let diagnostic = Diagnostic(
            code: "S0003",
            message: Message(
                zh: "审查结果" + reason.zh, en: "the saved review " + reason.en),
            at: .file(name),
            help: isNewer
                ? Message(zh: "请升级 hegui", en: "use the version that wrote it, or a later one")
                : Message(zh: "请用现在的版本重新审查并保存", en: "review again with this version and save it"))
        return SavedReview.Failure(diagnostic: diagnostic)
    }
}
