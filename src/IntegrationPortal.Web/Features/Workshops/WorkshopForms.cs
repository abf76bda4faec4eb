using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Workshops;

public class MoveForm : IVersionedForm
{
    public uint Version { get; set; }

    [Required, Display(Name = "day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "place"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Place { get; set; }

    [Display(Name = "moderation"), Visible, StringLength(Pilot.LineLength), PlainText]
    public string? Moderation { get; set; }

    public static MoveForm Of(Workshop workshop, uint version) => new() { Version = version, Day = workshop.Day, Place = workshop.Place, Moderation = workshop.Moderation };

    public WorkshopPlan Plan() => new(Day!.Value, TypedText.Line(Place)!, TypedText.Line(Moderation)!);
}

public sealed class ScheduleForm : MoveForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "format")]
    public Guid? Format { get; set; }
}

public sealed class CancelForm : IVersionedForm
{
    public uint Version { get; set; }

    [Display(Name = "cancel-reason"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Reason { get; set; }
}

/// <summary>How many came of each group, in the order of the groups.</summary>
public sealed class ReportForm : IVersionedForm
{
    public uint Version { get; set; }

    [MaxLength(20)]
    public List<CountForm> Counts { get; set; } = [];

    [Display(Name = "result"), StringLength(Workshop.ResultLength), PlainText]
    public string? Result { get; set; }

    public Dictionary<ParticipantGroup, int> Groups() =>
        Enum.GetValues<ParticipantGroup>().Zip(Counts).ToDictionary(p => p.First, p => p.Second.Count ?? 0);

    public static ReportForm Of(Workshop workshop, uint version) => new()
    {
        Version = version, Result = workshop.Result,
        Counts = [.. Enum.GetValues<ParticipantGroup>().Select(g => new CountForm { Count = workshop.Attendances.FirstOrDefault(a => a.Group == g)?.Count })],
    };
}

public sealed class CountForm
{
    [Display(Name = "count"), Range(0, Workshop.MostParticipants)]
    public int? Count { get; set; }
}

/// <summary>What a participant answers; every answer may be left out.</summary>
public sealed class FeedbackForm
{
    /// <summary>The sealed number of the slip.</summary>
    public string? Token { get; set; }

    [MaxLength(20)]
    public List<RatingForm> Ratings { get; set; } = [];

    [Display(Name = "remark"), StringLength(FeedbackAnswer.RemarkLength), PlainText]
    public string? Remark { get; set; }
}

public sealed class RatingForm
{
    /// <summary>Which statement; sent also where no answer was chosen, or the list would end there.</summary>
    [StringLength(100)]
    public string? Item { get; set; }

    [Display(Name = "rating"), Range(1, 5)]
    public int? Value { get; set; }
}
