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
    /// - Complexity: linear in the text; the outcomes are held in memory.
    package init(_ content: Data, name: String) throws(Failure) {
        let document = try Self.decode(SavedReviewDocument.self, content, name: name)
        self.init(
            name: name, provenance: document.provenance, counting: document.counting,
            parameters: document.parameters, rules: document.rules, outcomes: document.outcomes,
            standings: document.standings, dataFindings: document.dataFindings)
    }

    /// Returns what `content` holds, or says why it does not hold that.
    static func decode<Content: Decodable>(
        _ type: Content.Type, _ content: Data, name: String
    ) throws(Failure) -> Content {
        do {
            return try JSONDecoder().decode(type, from: content)
        } catch {
            throw Failure(diagnostic: diagnostic(for: error, content, name))
        }
    }

    private static func diagnostic(
        for error: any Error, _ content: Data, _ name: String
    ) -> Diagnostic {
        switch error {
        case SavedReviewDocument.Mismatch.format(let format): noReview(format, name)
        case SavedReviewDocument.Mismatch.version(let version):
            Failure.otherVersion(version, name).diagnostic
        case DecodingError.keyNotFound(let key, let context):
            lacking(path(context.codingPath + [key]), name)
        case DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context):
            lacking(path(context.codingPath), name)
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            lacking(path(context.codingPath), name)
        default: noJSON(content, name)
        }
    }

    /// `outcomes[3].subject.id`.
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
    }

    private static func noJSON(_ content: Data, _ name: String) -> Diagnostic {
        // The first line of JSON Lines names their format.
        if content.prefix(80).contains(Data("hegui-review-lines".utf8)) {
            return noReview("hegui-review-lines", name)
        }
        let last = content.last { $0 > 0x20 }
        let isCut = content.first == UInt8(ascii: "{") && last != UInt8(ascii: "}")
        let message =
            isCut
            ? Message(zh: "文件不完整：JSON 在中途断开", en: "the file is cut off in the middle of its JSON")
            : Message(zh: "文件不是 JSON", en: "the file is no JSON")
        return Diagnostic(code: "S0001", message: message, at: .file(name), help: help)
    }

    private static func noReview(_ format: String?, _ name: String) -> Diagnostic {
        let found = format.map { Message(zh: "，而是 `\($0)`", en: " but `\($0)`") }
        return Diagnostic(
            code: "S0002",
            message: Message(
                zh: "文件不是保存的审查结果" + (found?.zh ?? ""),
                en: "the file is no saved review" + (found?.en ?? "")),
            at: .file(name), help: help)
    }

    private static func lacking(_ path: String, _ name: String) -> Diagnostic {
        Diagnostic(
            code: "S0004",
            message: Message(
                zh: "审查结果的 `\(path)` 缺少或不是应有的样子",
                en: "`\(path)` of the saved review is missing or not what it should be"),
            at: .file(name), help: help)
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
