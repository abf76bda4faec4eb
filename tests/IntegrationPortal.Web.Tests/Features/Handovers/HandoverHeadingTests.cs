using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>The heading of a handover says whom it is about as soon as the reader may know, and what its deadline has come to.</summary>
public sealed class HandoverHeadingTests(PortalHost host)
{
    [Theory]
    [InlineData(HandoverState.Sent, false)]
    [InlineData(HandoverState.ClarificationRequested, false)]
    [InlineData(HandoverState.Accepted, true)]
    [InlineData(HandoverState.Arrived, true)]
    [InlineData(HandoverState.Completed, true)]
    [InlineData(HandoverState.Declined, false)]
    [InlineData(HandoverState.Returned, false)]
    public async Task The_receiver_reads_person_and_case_in_the_heading_from_the_acceptance_on(HandoverState state, bool named)
    {
        var handover = await UntilAsync(state);
        using var receiver = host.Portal.VisitAs(handover.Receiver);
        var page = await receiver.OpenAsync(handover.Address);
        Assert.Equal(named, page.Heading!.Contains("Amina R.", StringComparison.Ordinal));
        Assert.Equal(named, page.Heading!.Contains(handover.Case.Number, StringComparison.Ordinal));
        // Titles of windows end up in histories: the number and never the name.
        Assert.DoesNotContain("Amina", page.Document.Title!, StringComparison.Ordinal);
        if (!named)
            Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HandoverState.Sent, "Antwort bis ")]
    [InlineData(HandoverState.Accepted, "angenommen am ")]
    [InlineData(HandoverState.Completed, "angenommen am ")]
    [InlineData(HandoverState.Returned, "angenommen am ")]
    [InlineData(HandoverState.Declined, "abgelehnt am ")]
    [InlineData(HandoverState.Withdrawn, "keine, am ")]
    [InlineData(HandoverState.Expired, "keine, am ")]
    public async Task What_was_a_deadline_is_an_answer_once_there_is_one(HandoverState state, string says)
    {
        var handover = await UntilAsync(state);
        using var sender = host.Portal.VisitAs(handover.Sender);
        var page = await sender.OpenAsync(handover.Address);
        Assert.Contains("Amina R.", page.Heading, StringComparison.Ordinal);
        Assert.Contains(says, page.Document.QuerySelector(".portal-preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(state == HandoverState.Sent, page.Document.QuerySelector("main")!.TextContent.Contains("Antwort bis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_takes_part_already_reads_the_name_before_accepting_as_in_the_lists()
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.CoordinatorAsync(), c => c.Named("Amina Rahimi", "Amina"));
        var jobcenter = await town.WorkerAsync("jobcenter");
        await path.HandOverAsync(jobcenter, h => h.Until(HandoverState.Accepted));
        var second = await path.HandOverAsync(jobcenter);
        using var receiver = host.Portal.VisitAs(jobcenter);
        var page = await receiver.OpenAsync(second.Address);
        Assert.Contains("Amina R.", page.Heading, StringComparison.Ordinal);
        Assert.Contains("ohne Namen", page.Document.QuerySelector(".portal-preview")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_only_the_routing_reads_the_number_and_no_name()
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.WorkerAsync("mbe"), c => c.Named("Amina Rahimi", "Amina"));
        var handover = await path.HandOverAsync(await town.WorkerAsync("jobcenter"), h => h.Until(HandoverState.Accepted));
        using var coordination = host.Portal.VisitAs(await town.CoordinatorAsync());
        var page = await coordination.OpenAsync(handover.Address);
        Assert.Contains(path.Number, page.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
    }

    private async Task<TownHandover> UntilAsync(HandoverState state)
    {
        var town = await host.TownAsync();
        var path = await town.CaseAsync(await town.CoordinatorAsync(), c => c.Named("Amina Rahimi", "Amina"));
        return await path.HandOverAsync(await town.WorkerAsync("jobcenter"), h => h.Until(state));
    }
}
