extension Library {
    /// The methods that read parts of timestamps and durations.
    static func timeFunctions(_ timeZones: TimeZones) -> [Function] {
        let parts: [(String, @Sendable (Timestamp.Parts, Timestamp) -> Int64)] = [
            ("getFullYear", { parts, _ in parts.year }),
            ("getMonth", { parts, _ in parts.month - 1 }),
            ("getDate", { parts, _ in parts.day }),
            ("getDayOfMonth", { parts, _ in parts.day - 1 }),
            (
                "getDayOfYear",
                { parts, _ in
                    parts.dayNumber - Timestamp.dayNumber(year: parts.year, month: 1, day: 1)
                }
            ),
            // 1970-01-01 was a Thursday.
            ("getDayOfWeek", { parts, _ in (parts.dayNumber % 7 + 11) % 7 }),
            ("getHours", { parts, _ in parts.secondOfDay / 3600 }),
            ("getMinutes", { parts, _ in parts.secondOfDay / 60 % 60 }),
            ("getSeconds", { parts, _ in parts.secondOfDay % 60 }),
            ("getMilliseconds", { _, timestamp in Int64(timestamp.nanoseconds) / 1_000_000 }),
        ]
        var functions = parts.map { name, part in
            Function(name: name, overloads: partOverloads(name, timeZones: timeZones, part))
        }
        let units: [String: (divisor: Int64, modulus: Int64)] = [
            "getHours": (3_600_000_000_000, .max), "getMinutes": (60_000_000_000, .max),
            "getSeconds": (1_000_000_000, .max), "getMilliseconds": (1_000_000, 1000),
        ]
        for index in functions.indices {
            let name = functions[index].name
            guard let unit = units[name] else { continue }
            functions[index].overloads.append(
                Function.Overload(
                    "duration_\(name)", isMethod: true, takes: [.duration], returns: .int,
                    .unary { value, _ in
                        guard case .duration(let nanoseconds) = value else {
                            return .failure("no overload of `\(name)`")
                        }
                        return .int(nanoseconds / unit.divisor % unit.modulus)
                    }))
        }
        return functions
    }

    private static func partOverloads(
        _ name: String, timeZones: TimeZones,
        _ part: @escaping @Sendable (Timestamp.Parts, Timestamp) -> Int64
    ) -> [Function.Overload] {
        var zoned = Function.Overload(
            "timestamp_\(name)_with_tz", isMethod: true, takes: [.timestamp, .string],
            returns: .int,
            .binary { value, zone, activation in
                guard case .timestamp(let timestamp) = value, case .string(let zone) = zone else {
                    return .failure("no overload of `\(name)`")
                }
                guard activation.charge(size: zone.utf8.count) else { return activation.exhausted }
                guard let offset = timeZones.zone(zone)?.offset(at: timestamp.seconds) else {
                    return .failure("unknown time zone")
                }
                return .int(part(timestamp.parts(offset: offset), timestamp))
            })
        zoned.specialize = { constants in
            guard case .string(let name) = constants[1], let zone = timeZones.zone(name) else {
                return nil
            }
            return .binary { value, _, _ in
                guard case .timestamp(let timestamp) = value else {
                    return .failure("no overload of `\(name)`")
                }
                let offset = zone.offset(at: timestamp.seconds)
                return .int(part(timestamp.parts(offset: offset), timestamp))
            }
        }
        return [
            Function.Overload(
                "timestamp_\(name)", isMethod: true, takes: [.timestamp], returns: .int,
                .unary { value, _ in
                    guard case .timestamp(let timestamp) = value else {
                        return .failure("no overload of `\(name)`")
                    }
                    return .int(part(timestamp.parts(), timestamp))
                }),
            zoned,
        ]
    }
}
