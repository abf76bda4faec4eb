namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// When somebody was active as mentor and so covered by the statutory accident insurance (SGB VII § 2 Abs. 1 Nr. 9, 10): from the
/// beginning of the trial until they left the tandem or it ended.
/// </summary>
/// <param name="Until">Null while it goes on.</param>
public sealed record InsuredTime(DateOnly From, DateOnly? Until)
{
    /// <param name="trials">The days on which a trial of this tandem began: each with the mentor of that day.</param>
    /// <returns>Null for a mentor who was proposed and never began.</returns>
    public static InsuredTime? Of(TandemMentor mentor, IEnumerable<DateOnly> trials) =>
        mentor.AgreedOn is not null && trials.Where(mentor.WasMentorOn).Order().Cast<DateOnly?>().FirstOrDefault() is { } began
            ? new InsuredTime(began, mentor.Until)
            : null;

    /// <summary>The part of it in a year; null when there is none. It ends with the year when it went on after it.</summary>
    public InsuredTime? In(int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return From > last || Until < first ? null : new InsuredTime(From < first ? first : From, Until > last ? last : Until);
    }
}
