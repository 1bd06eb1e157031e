-- The review in DuckDB. DATA and OUT are replaced by folders; only the columns that are read are parsed.
CREATE TEMP TABLE people AS
SELECT member_id, unit_id, on_time, CAST(due AS DATE) AS due,
       CASE WHEN registered_on <= DATE '2013-12-31' THEN registered_on END AS registered_on
FROM (SELECT *, CASE WHEN hired_on < DATE '2013-01-01' THEN DATE '2013-01-31' ELSE hired_on + INTERVAL 1 MONTH END AS due,
             registered_on <= due AS on_time
      FROM read_csv('DATA/members.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
          'member_id': 'VARCHAR', 'unit_id': 'VARCHAR', 'name': 'VARCHAR', 'gender': 'VARCHAR', 'born': 'VARCHAR', 'joined_party_on': 'VARCHAR',
          'mobile': 'VARCHAR', 'hired_on': 'DATE', 'community_id': 'VARCHAR', 'registered_on': 'DATE'}));

CREATE TEMP TABLE claimed AS
SELECT member_id, count(*) AS n
FROM read_csv('DATA/claims.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'member_id': 'VARCHAR', 'project': 'VARCHAR', 'claimed_on': 'VARCHAR'})
GROUP BY member_id;

CREATE TEMP TABLE active AS
SELECT member_id, count(*) AS n,
       count(*) FILTER (organiser = 'community' AND date BETWEEN DATE '2013-01-01' AND DATE '2013-12-31') AS by_community,
       count(*) FILTER (organiser = 'unit' AND date BETWEEN DATE '2013-01-01' AND DATE '2013-12-31') AS by_unit
FROM read_csv('DATA/activities.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'member_id': 'VARCHAR', 'community_id': 'VARCHAR', 'date': 'DATE', 'organiser': 'VARCHAR', 'content': 'VARCHAR'})
GROUP BY member_id;

CREATE TEMP TABLE evaluated AS
SELECT member_id, count(*) AS n, bool_or(year = 2013 AND grade = '差') AS poor
FROM read_csv('DATA/evaluations.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'member_id': 'VARCHAR', 'year': 'INTEGER', 'grade': 'VARCHAR'})
GROUP BY member_id;

CREATE TEMP TABLE issued AS
SELECT unit_id, count(DISTINCT half) AS halves
FROM read_csv('DATA/bulletins.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'unit_id': 'VARCHAR', 'half': 'VARCHAR', 'issued_on': 'VARCHAR'})
WHERE half IN ('2013H1', '2013H2')
GROUP BY unit_id;

CREATE TEMP TABLE unit_list AS
SELECT unit_id, paired_community_id, coalesce(halves, 0) AS halves
FROM read_csv('DATA/units.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'unit_id': 'VARCHAR', 'name': 'VARCHAR', 'kind': 'VARCHAR', 'parent_id': 'VARCHAR', 'paired_community_id': 'VARCHAR'})
LEFT JOIN issued USING (unit_id);

CREATE TEMP TABLE shares AS
SELECT unit_id, count(registered_on) AS k, count(*) AS n FROM people GROUP BY unit_id;

CREATE TEMP TABLE registrations AS
SELECT member_id, due, registered_on,
       CASE WHEN registered_on IS NULL THEN CASE WHEN due > DATE '2013-12-31' THEN 'pending' ELSE 'missed' END
            WHEN on_time THEN 'met' ELSE 'late' END AS outcome
FROM people;

CREATE TEMP TABLE counted AS
SELECT member_id, coalesce(c.n, 0) AS claims, coalesce(by_community, 0) AS by_community, coalesce(by_unit, 0) AS by_unit, coalesce(poor, false) AS poor
FROM people LEFT JOIN claimed c USING (member_id) LEFT JOIN active USING (member_id) LEFT JOIN evaluated USING (member_id);

CREATE TEMP TABLE violations AS
SELECT 'R1' AS rule, member_id AS subject,
       CASE outcome WHEN 'late' THEN 'late:' || (registered_on - due) ELSE outcome END AS observed, CAST(due AS VARCHAR) AS required
FROM registrations WHERE outcome IN ('late', 'missed')
UNION ALL SELECT 'R2', member_id, CAST(claims AS VARCHAR), '>=2' FROM counted WHERE claims < 2
UNION ALL SELECT 'R3', member_id, CAST(by_community AS VARCHAR), '>=2' FROM counted WHERE by_community < 2
UNION ALL SELECT 'R4', member_id, CAST(by_unit AS VARCHAR), '>=2' FROM counted WHERE by_unit < 2
UNION ALL SELECT 'R5', unit_id, k || '/' || n, '>=95%' FROM shares WHERE 100 * k < 95 * n
UNION ALL SELECT 'R6', unit_id, 'none', 'paired community' FROM unit_list WHERE paired_community_id IS NULL
UNION ALL SELECT 'R7', unit_id, CAST(halves AS VARCHAR), '2' FROM unit_list WHERE halves < 2
UNION ALL SELECT 'R8', member_id, '差', 'not 差' FROM counted WHERE poor
UNION ALL SELECT 'R9', 'claims:' || member_id, CAST(n AS VARCHAR), 'known member' FROM claimed ANTI JOIN people USING (member_id)
UNION ALL SELECT 'R9', 'activities:' || member_id, CAST(n AS VARCHAR), 'known member' FROM active ANTI JOIN people USING (member_id)
UNION ALL SELECT 'R9', 'evaluations:' || member_id, CAST(n AS VARCHAR), 'known member' FROM evaluated ANTI JOIN people USING (member_id);

COPY (SELECT * FROM violations ORDER BY rule, subject) TO 'OUT/violations.csv' (HEADER, DELIMITER ',');

COPY (SELECT unit_id, k AS registered, n AS total, printf('%d.%02d', k * 10000 // n // 100, k * 10000 // n % 100) AS rate,
             CASE WHEN 100 * k >= 95 * n THEN 'yes' ELSE 'no' END AS eligible, row_number() OVER (ORDER BY k / n DESC, unit_id) AS rank
      FROM shares ORDER BY rank) TO 'OUT/eligibility.csv' (HEADER, DELIMITER ',');

COPY (SELECT rule, outcome, count FROM (
          SELECT 'R1' AS rule, o.outcome, count(r.outcome) AS count
          FROM (VALUES ('late'), ('met'), ('missed'), ('pending')) o(outcome) LEFT JOIN registrations r ON r.outcome = o.outcome GROUP BY o.outcome
          UNION ALL SELECT 'R' || i, 'violated', count(v.rule) FROM range(2, 10) t(i) LEFT JOIN violations v ON v.rule = 'R' || i GROUP BY i)
      ORDER BY rule, outcome) TO 'OUT/summary.csv' (HEADER, DELIMITER ',');
