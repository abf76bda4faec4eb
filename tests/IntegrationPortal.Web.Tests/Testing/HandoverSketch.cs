using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>How a test wants its handover; what it does not say is an ordinary referral of the first fitting step.</summary>
public sealed class HandoverSketch
{
    internal HandoverKind Kind { get; private set; } = HandoverKind.Referral;

    internal DataCategory Categories { get; private set; } = DataCategory.Basic | DataCategory.Status;

    internal HandoverState State { get; private set; } = HandoverState.Sent;

    internal string Text { get; private set; } = "Bitte den Antrag prüfen.";

    internal string Agreed { get; private set; } = "Besprochen am Tag davor.";

    internal string? Risks { get; private set; }

    internal DateTimeOffset? SentAt { get; private set; }

    internal Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The lead moves with the acceptance.</summary>
    public HandoverSketch AsTransfer()
    {
        Kind = HandoverKind.Transfer;
        return this;
    }

    /// <summary>Each category gets a consent for the receiver, written down by the sender.</summary>
    public HandoverSketch Sharing(DataCategory categories)
    {
        Categories = categories;
        return this;
    }

    public HandoverSketch Saying(string goal)
    {
        Text = goal;
        return this;
    }

    /// <summary>What is read after the acceptance.</summary>
    public HandoverSketch Agreeing(string agreed, string risks)
    {
        (Agreed, Risks) = (agreed, risks);
        return this;
    }

    public HandoverSketch Sent(DateTimeOffset at)
    {
        (SentAt, Id) = (at, Guid.CreateVersion7(at));
        return this;
    }

    /// <summary>Goes the shortest way to this state, each deed by whom it belongs to.</summary>
    public HandoverSketch Until(HandoverState state)
    {
        State = state;
        return this;
    }
}

/// <summary>A handover of a test, with one person on each side.</summary>
public sealed record TownHandover(TownCase Case, Guid Id, TestUser Sender, TestUser Receiver)
{
    public string Address => $"/handovers/{Id}";

    /// <summary>As this person is shown it; null when the wall hides it.</summary>
    public Task<Handover?> SeenByAsync(TestUser user) => Case.Town.Portal.AsAsync(user.Officer, db => db.FindHandoverAsync(Id));
}
