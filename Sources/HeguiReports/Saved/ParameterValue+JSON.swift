import FoundationEssentials
package import HeguiPack

extension ParameterValue {
    /// The value as JSON reports have it.
    package var json: JSONValue {
        var bytes: [UInt8] = []
        withoutActuallyEscaping({ (block: [UInt8]) in bytes += block }) { receive in
            var stream = ReportStream(redaction: .full, to: receive)
            var writer = JSONWriter(to: stream, openDepth: 0)
            writer.value(self)
            stream = writer.finish()
            try? stream.finish()
        }
        return (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
    }
}
