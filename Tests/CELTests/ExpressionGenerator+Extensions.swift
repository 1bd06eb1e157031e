/// Forms over numbers of other types, times, optionals and maps, and of the extension libraries.
extension ExpressionGenerator {
    /// Returns an expression of the kind with places filled in: `$i` an int, `$b` a bool, `$s` a
    /// string, `$l` a list, `$u` a uint, `$d` a double, `$t` a timestamp, `$n` a duration, `$o` an
    /// optional int, `$p` a map of ints by string; `$xi` a variable and an int made of it.
    mutating func extended(_ kind: Kind, _ depth: Int) -> String {
        switch kind {
        case .int: return filled(pick(Self.ints), depth)
        case .bool: return filled(pick(Self.bools), depth)
        case .string: return filled(pick(Self.strings), depth)
        case .list: return filled(pick(Self.lists), depth)
        }
    }

    private mutating func filled(_ form: String, _ depth: Int) -> String {
        var text = ""
        var rest = form[...]
        while let place = rest.firstIndex(of: "$") {
            text += rest[..<place]
            rest = rest[place...].dropFirst()
            let letter = rest.removeFirst()
            if letter == "x" {
                text += inMacro(rest.removeFirst() == "b" ? .bool : .int, depth)
            } else {
                text += part(letter, depth).wrapped
            }
        }
        return text + rest
    }

    private mutating func part(_ letter: Character, _ depth: Int) -> String {
        let depth = max(0, depth - 1)
        switch letter {
        case "b": return expression(.bool, depth)
        case "s": return expression(.string, depth)
        case "l": return expression(.list, depth)
        case "i": return expression(.int, depth)
        default: break
        }
        guard depth > 0, let forms = Self.others[letter] else {
            return pick(Self.leaves[letter] ?? [])
        }
        return filled(pick(forms), depth)
    }

    private static let ints = [
        "int($u)", "int($d)", "int($t)", "$t.getFullYear()", "$n.getHours()", "$o.orValue($i)",
        "$o.value()", "$s.indexOf($s)", "$s.lastIndexOf($s)", "math.greatest($i, $i)",
        "math.least($l)", "math.abs($i)", "math.bitAnd($i, $i)", "math.bitShiftLeft($i, $i)",
        "math.sign($i)", "cel.bind(w, $i, w - $i)", "$p['a']", "$p[$s]", "$p.size()",
        "$l[?$i].orValue($i)", "dyn($i)", "$l.sort()[0]", "{true: $i, false: $i}[$b]",
        "[$l, $l][0][$i]", "size($s.split($s))", "ip('127.0.0.1').family()", "$l.first().value()",
    ]
    private static let bools = [
        "$u < $u", "$u == $u", "$d >= $d", "dyn($d) == $i", "$u < $i", "$i > $d", "$t < $t",
        "$n == $n",
        "$t - $t > $n", "$o.hasValue()", "$o == $o", "$p == $p", "has($p.a)", "$s in $p",
        "sets.contains($l, $l)", "sets.intersects($l, $l)", "sets.equivalent($l, $l)",
        "math.isNaN($d)", "isIP($s)", "type($i) == int", "bool($s)", "$l == $l",
        "$l.all(k, v, k < v)",
        "$p.exists(k, v, v == $i)", "$s.matches($s)", "dyn($i) == dyn($d)", "$o in [$o]",
        "$l.transformList(k, v, k + v) == $l", "$p.transformMap(k, v, v > 0) != {}",
    ]
    private static let strings = [
        "$s.substring($i)", "$s.substring($i, $i)", "$s.charAt($i)", "$s.replace($s, $s)",
        "$s.replace($s, $s, $i)", "$s.upperAscii()", "$s.trim()", "$s.reverse()",
        "$s.split($s).join($s)", "'%s %d'.format([$l, $i])", "'%.2f'.format([$d])",
        "strings.quote($s)", "base64.encode(bytes($s))", "string($u)", "string($d)", "string($t)",
        "string($n)", "string(bytes($s))", "regex.replace($s, $s, $s)",
        "regex.extract($s, '[a-z]').orValue($s)", "optional.of($s).orValue($s)",
        "optional.ofNonZeroValue($s).orValue($s)", "cel.bind(w, $s, w + w)",
    ]
    private static let lists = [
        "lists.range($i)", "$l.slice($i, $i)", "$l.reverse()", "$l.sort()", "$l.distinct()",
        "$l.sortBy($xi)", "$l.map($xb, $i)", "$l.transformList(k, v, k > $i, k + v)",
        "[$l, $l].flatten()", "$p.map(k, p2[k])", "[?$o, $i]", "cel.bind(w, $l, w + w)",
        "$o.optMap($xi).hasValue() ? $l : []", "$p.transformList(k, v, v)",
    ]
    /// Forms of the types that an expression as a whole does not have.
    private static let others: [Character: [String]] = [
        "u": ["$u + $u", "$u - $u", "$u * $u", "$u / $u", "uint($i)", "uint($d)", "$b ? $u : $u"],
        "d": ["$d + $d", "$d / $d", "-$d", "double($i)", "double($s)", "math.ceil($d)", "$d * $d"],
        "t": ["$t + $n", "$t - $n", "timestamp($i)", "timestamp($s)", "$b ? $t : $t"],
        "n": ["$n + $n", "$t - $t", "duration($s)", "$b ? $n : $n"],
        "o": [
            "optional.of($i)", "optional.ofNonZeroValue($i)", "$l[?$i]", "$p[?$s]", "$o.or($o)",
            "$p.?a", "$o.optMap($xi)", "$l.last()", "$o.optFlatMap(w, $o)",
        ],
        "p": [
            "{'a': $i, 'z': $i}", "{$s: $i}", "{?'a': $o, 'b': $i}", "$b ? $p : $p",
            "$p.transformMap(k, v, v + $i)", "$p.transformMap(k, v, v > $i, v)",
        ],
    ]
    private static let leaves: [Character: [String]] = [
        "u": ["0u", "7u", "18446744073709551615u", "u"],
        "d": ["0.0", "-1.5", "1e300", "d", "2.0"],
        "t": ["timestamp(0)", "timestamp('2013-06-01T00:00:00Z')", "t"],
        "n": ["duration('0s')", "duration('1h30m')", "duration('-1ns')"],
        "o": ["optional.none()", "optional.of(1)", "l[?0]", "m.?a"],
        "p": ["m", "{'a': 1}", "p2"],
    ]
}
