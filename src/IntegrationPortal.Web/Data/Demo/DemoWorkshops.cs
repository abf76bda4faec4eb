using IntegrationPortal.Domain.Programme;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Workshops of one pilot, in the order in which the handbook suggests them.</summary>
internal sealed class DemoWorkshops(PortalDbContext db, DemoTown town, IReadOnlyList<WorkshopFormat> formats, ProgrammeMember facilitator, Dice dice, DateOnly today)
{
    /// <summary>Days after the start.</summary>
    private static readonly (string Slug, int After)[] Row =
    [
        ("auftaktgespraech", 12), ("akteurskarte", 65), ("zielworkshop", 150), ("prozesswerkstatt", 205), ("schnittstellen-workshop", 300), ("bilanzworkshop", 640),
    ];

    private static readonly (ParticipantGroup Group, int Least, int Most)[] Rooms =
    [
        (ParticipantGroup.Administration, 4, 11), (ParticipantGroup.Employment, 2, 5), (ParticipantGroup.Education, 0, 5), (ParticipantGroup.Welfare, 2, 6),
        (ParticipantGroup.Volunteers, 0, 6), (ParticipantGroup.Refugees, 0, 7), (ParticipantGroup.Employers, 0, 4),
    ];

    public void Live(Pilot pilot, DateOnly start, IReadOnlyList<FeedbackItem> items)
    {
        foreach (var (slug, after) in Row)
        {
            if (formats.FirstOrDefault(f => f.Slug == slug) is not { } format)
                continue;
            var day = town.Calendar.NextWorkingDay(start.AddDays(after + dice.Between(0, 14)));
            if (day > today.AddDays(60))
                break;
            var workshop = Workshop.Schedule(Guid.CreateVersion7(At(town.Calendar.LastWorkingDay(day.AddDays(-30)))), pilot, format, new WorkshopPlan(day, dice.Pick(["Rathaus, großer Saal", "Kreishaus, Raum 2.14", "Volkshochschule"]), "Prozessbegleitung"), facilitator, today);
            db.Add(workshop);
            if (slug == "prozesswerkstatt" && dice.Chance(0.15))
                workshop.Cancel(pilot, "Zu viele Absagen wegen Krankheit. Ein neuer Termin wird gesucht.", facilitator, today);
            else if (day < today)
                Hold(workshop, pilot, items);
        }
    }

    /// <summary>To the learning network all are invited on the same day.</summary>
    public void Invite(Pilot pilot)
    {
        if (formats.FirstOrDefault(f => f.Slug == "lernnetzwerktreffen") is not { } format)
            return;
        db.Add(Workshop.Schedule(
            Guid.CreateVersion7(At(town.Calendar.LastWorkingDay(today.AddDays(-20)))), pilot, format, new WorkshopPlan(town.Calendar.NextWorkingDay(today.AddDays(33)), "Gütersloh", "Stiftung"), facilitator, today));
    }

    private void Hold(Workshop workshop, Pilot pilot, IReadOnlyList<FeedbackItem> items)
    {
        workshop.Report(
            pilot, Rooms.ToDictionary(r => r.Group, r => dice.Between(r.Least, r.Most)),
            "## Was vereinbart wurde\n\n- Die offenen Übergaben stehen auf einem Blatt, das alle Ämter nutzen.\n- Bis zum nächsten Termin klärt jede Stelle ihre Vertretung.\n\n## Was offen blieb\n\nWer lädt das Ehrenamt ein?",
            facilitator, today);
        if (!dice.Chance(0.5))
            return;
        // Somebody always leaves without answering.
        for (var number = 1; number <= workshop.Participants; number++)
            db.Add(new FeedbackSlip(workshop, number));
        for (var answer = 0; answer < workshop.Participants - 3; answer++)
        {
            foreach (var item in items)
                db.Add(FeedbackAnswer.Of(workshop, item.Key, dice.Weighted([(2, 1.0), (3, 3.0), (4, 6.0), (5, 5.0)]), null));
        }
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
}
