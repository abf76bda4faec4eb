using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What the page of a case shows beside path and handovers, in one roundtrip; each as far as the walls let the reader see it.</summary>
/// <param name="Facts">Also those that were withdrawn.</param>
/// <param name="Waiting">How many handovers wait for the reader's answer, for the navigation.</param>
internal sealed record CasePapers(
    IReadOnlyDictionary<Guid, ActorName> Actors, IReadOnlyList<GroundRow> Grounds, PersonCard? Person, IReadOnlyList<FactRow> Facts,
    IReadOnlyList<ConsentRow> Consents, IReadOnlyList<SharedMeeting> Meetings, EventPage Events,
    PersonLinkRow? Link, IReadOnlyList<PersonQuestionRow> Asked, int Waiting)
{
    private static readonly string[] Questions =
    [
        "select id, name, kind from actor where tenant_id = $1",
        """
        select g.actor_id, g.covers, g.norm, c.given_on, g.consent_id is not null, g.until from participation_ground g
        left join consent c on c.tenant_id = $1 and c.case_id = $2 and c.id = g.consent_id
        where g.tenant_id = $1 and g.case_id = $2 and g.ended_on is null order by g.actor_id, g.id
        """,
        "select short_name, languages, needs_interpreter, interpreter_note from person where tenant_id = $1 and case_id = $2 order by id limit 1",
        """
        select f.id, f.category, f.kind, f.code, f.value, f.valid_from, f.valid_until, f.source, f.recorded_at, f.recorded_by_actor_id,
            f.withdrawn_at, (select u.display_name from portal_user u where u.id = f.withdrawn_by_user_id), f.withdrawn_by_actor_id, f.withdrawal_reason
        from person_fact f where f.tenant_id = $1 and f.case_id = $2 order by f.valid_from desc, f.recorded_at desc, f.id desc
        """,
        """
        select c.id, c.recipient_actor_id, c.covers, c.purpose, c.given_on, c.until, c.language, c.interpreter, c.form, c.witness, c.text_version,
            c.withdrawn_on, c.withdrawn_as, c.withdrawal_language, c.withdrawal_interpreter, c.withdrawn_by_actor_id, r.covers, r.asked_at, r.answered_at, r.kept_because
        from consent c left join deletion_request r on r.tenant_id = $1 and r.case_id = $2 and r.consent_id = c.id
        where c.tenant_id = $1 and c.case_id = $2 order by c.given_on desc, c.id desc
        """,
    ];

    /// <summary>The person's own page: whether there is a way to it, and what the person asked there.</summary>
    private static readonly string[] OfPerson =
    [
        "select language, printed_at, until, revoked_at, wrong_codes from person_link where tenant_id = $1 and case_id = $2",
        """
        select id, step_id, kind, text, asked_at, answer, answered_at, answered_by_actor_id from person_question
        where tenant_id = $1 and case_id = $2 order by answered_at is not null, asked_at desc limit 20
        """,
    ];

    public static Task<CasePapers> ReadAsync(PortalDbContext db, Guid caseId, Officer by, DateOnly today, CancellationToken cancellation) =>
        db.TogetherAsync(
            [
                .. Questions.Select(sql => Command(sql, by.TenantId, caseId)),
                SharedMeeting.Command(caseId), CaseEvents.LatestCommand(by.TenantId, caseId), .. OfPerson.Select(sql => Command(sql, by.TenantId, caseId)),
                WorklistQuery.CountOfAnswers(db, by, today),
            ],
            async reader => new CasePapers(
            (await reader.RowsAsync(Actor, cancellation)).ToDictionary(a => a.Id),
            await reader.RowsAsync(Ground, cancellation),
            (await reader.RowsAsync(Card, cancellation)).SingleOrDefault(),
            await reader.RowsAsync(Fact, cancellation),
            await reader.RowsAsync(Agreed, cancellation),
            await reader.RowsAsync(SharedMeeting.Read, cancellation),
            await CaseEvents.LatestAsync(reader, cancellation),
            (await reader.RowsAsync(LinkOf, cancellation)).SingleOrDefault(),
            await reader.RowsAsync(QuestionOf, cancellation),
            await reader.NumberAsync(cancellation)), cancellation);

    private static NpgsqlBatchCommand Command(string sql, Guid tenantId, Guid caseId)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenantId });
        if (sql.Contains("$2", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId });
        return command;
    }

    private static ActorName Actor(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2));

    private static GroundRow Ground(NpgsqlDataReader row) => new(
        row.GetGuid(0), (DataCategory)row.GetInt32(1), row.TextAt(2), row.DayAt(3), row.GetBoolean(4), row.DayAt(5));

    private static PersonCard Card(NpgsqlDataReader row) => new(row.GetString(0), row.GetFieldValue<string[]>(1), row.GetBoolean(2), row.TextAt(3));

    private static FactRow Fact(NpgsqlDataReader row) => new(
        row.GetGuid(0), (DataCategory)row.GetInt32(1), Enum.Parse<FactKind>(row.GetString(2)), row.TextAt(3), row.GetString(4),
        row.GetFieldValue<DateOnly>(5), row.DayAt(6), row.GetString(7), row.GetFieldValue<DateTimeOffset>(8), row.GetGuid(9),
        row.IsDBNull(10) ? null : new FactWithdrawal(row.GetFieldValue<DateTimeOffset>(10), row.TextAt(11), row.GetGuid(12), row.GetString(13)));

    private static ConsentRow Agreed(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), (DataCategory)row.GetInt32(2), row.GetString(3), row.GetFieldValue<DateOnly>(4),
        row.GetFieldValue<DateOnly>(5), row.GetString(6), row.TextAt(7), Enum.Parse<ConsentForm>(row.GetString(8)), row.TextAt(9), row.GetString(10))
    {
        Withdrawn = row.IsDBNull(11) ? null : new ConsentWithdrawal(
            row.GetFieldValue<DateOnly>(11), Enum.Parse<WithdrawnAs>(row.GetString(12)), row.GetString(13), row.TextAt(14), row.IdAt(15),
            row.IsDBNull(16) ? null : new DeletionAnswer(
                (DataCategory)row.GetInt32(16), row.GetFieldValue<DateTimeOffset>(17),
                row.IsDBNull(18) ? null : row.GetFieldValue<DateTimeOffset>(18), row.TextAt(19))),
    };

    private static PersonLinkRow LinkOf(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateOnly>(2), !row.IsDBNull(3), row.GetInt32(4));

    private static PersonQuestionRow QuestionOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.IdAt(1), Enum.Parse<PersonQuestionKind>(row.GetString(2)), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4),
        row.TextAt(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6), row.IdAt(7));
}
