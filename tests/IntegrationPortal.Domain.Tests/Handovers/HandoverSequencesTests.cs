using CsCheck;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>Whatever offices do in whatever order, some things stay true.</summary>
public sealed class HandoverSequencesTests
{
    private static readonly Gen<Deed[]> Sequences = Gen.Select(
        Gen.Int[0, 12], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 511], (what, by, to, which, mask) => new Deed(what, by, to, which, mask)).Array[1, 60];

    [Fact]
    public void One_lead_no_step_without_a_participant_and_only_running_grounds_count() =>
        Sequences.Sample(deeds =>
        {
            var world = new World();
            foreach (var deed in deeds)
            {
                world.Try(deed);
                world.Check();
            }
        }, iter: 3000);

    private sealed record Deed(int What, int By, int To, int Which, int Mask);

    private sealed class World
    {
        private readonly Given given = new();
        private readonly List<Handover> handovers = [];
        private readonly Dictionary<Guid, HandoverState> final = [];
        private DateTimeOffset now = Given.Now;

        public void Try(Deed deed)
        {
            try
            {
                Do(deed);
            }
            catch (RefusedException)
            {
                // A refused deed must have changed nothing; the checks after it say so.
            }
        }

        public void Check()
        {
            Assert.True(given.Path.ParticipationOf(given.Path.LeadActorId)!.IsActive);
            Assert.All(given.Steps.Where(s => s.State.IsOpen()), s => Assert.True(given.Path.ParticipationOf(s.ResponsibleActorId)?.IsActive));
            Assert.All(given.Steps.Where(s => s.StandsIn && s.State.IsOpen()), s => Assert.Equal(given.Path.LeadActorId, s.ResponsibleActorId));
            foreach (var participation in given.Path.Participations)
            {
                var sum = participation.Grounds.Where(g => g.EndedOn is null).Aggregate(DataCategory.None, (all, g) => all | g.Covers);
                Assert.Equal(sum, participation.Categories);
                Assert.Equal(sum != DataCategory.None, participation.IsActive);
            }

            Assert.True(handovers.Count(h => h.Kind == HandoverKind.Transfer && h.State.IsOpen()) <= 1);
            Assert.All(final, f => Assert.Equal(f.Value, handovers.Single(h => h.Id == f.Key).State));
            foreach (var over in handovers.Where(h => !h.State.IsOpen() && !h.State.IsRunning()))
                final.TryAdd(over.Id, over.State);
        }

        private void Do(Deed deed)
        {
            var by = Given.Offices[deed.By];
            if (deed.What <= 3)
            {
                Send(deed, by);
                return;
            }

            if (handovers.Count == 0)
                return;
            var handover = handovers[deed.Which % handovers.Count];
            switch (deed.What)
            {
                case 4: handover.AskBack("?", by, Given.Clock, Given.Calendar, now); break;
                case 5: handover.Answer("!", by, Given.Clock, Given.Calendar, now); break;
                case 6 or 7: Accept(handover, by); break;
                case 8: handover.Decline(DeclineReason.Duplicate, "", by, now); break;
                case 9: handover.Withdraw("", by, now); break;
                case 10: handover.Arrive(by, now); break;
                case 11: Complete(handover, by); break;
                case 12 when deed.Mask % 4 == 0: Tick(deed); break;
                default: given.Return(handover, by, handovers.Exists(h => h.State.IsOpen() && h.FromActorId == by.Actor.Id)); break;
            }
        }

        private void Send(Deed deed, Office by)
        {
            var to = Given.Offices[deed.To];
            var kind = deed.Mask % 3 == 0 ? HandoverKind.Transfer : HandoverKind.Referral;
            var positions = given.Steps.Where(s => Handover.Fits(to.Actor.Kind, s)).Select(s => s.Position).Skip(deed.Mask % 2).ToArray();
            var open = handovers.Exists(h => h.Kind == HandoverKind.Transfer && h.State.IsOpen());
            handovers.Add(given.Send(kind, to, positions, by, categories: DataCategory.Basic | (DataCategory)deed.Mask, otherTransferOpen: open));
        }

        // The transaction as a whole: what the path refuses has not happened to the handover either.
        private void Accept(Handover handover, Office by)
        {
            Refusal.If(given.Path.WhyNotTakeOn(handover));
            var before = given.Steps.ToDictionary(s => s.Id, s => (s.ResponsibleActorId, s.StandsIn));
            given.Accept(handover, by, now);
            // Nobody loses a step but who was asked for it, or only stood in.
            Assert.All(given.Steps.Where(s => s.ResponsibleActorId != before[s.Id].ResponsibleActorId), s => Assert.True(
                before[s.Id].StandsIn || handover.Steps.Any(h => h.StepId == s.Id && h.PreviousActorId == before[s.Id].ResponsibleActorId)));
        }

        private void Complete(Handover handover, Office by)
        {
            var open = given.Steps.Where(s => s.State.IsOpen()).ToList();
            given.Complete(handover, by);
            Assert.All(open.Where(s => !s.State.IsOpen()), s => Assert.Equal(handover.ToActorId, s.ResponsibleActorId));
        }

        private void Tick(Deed deed)
        {
            now = now.AddDays(deed.Mask % 5);
            foreach (var handover in handovers)
                handover.Tick(now);
        }
    }
}
