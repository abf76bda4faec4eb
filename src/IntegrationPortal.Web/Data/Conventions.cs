using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationPortal.Web.Data;

/// <summary>How types are stored, wherever they occur: states as words, so that a database person can read them.</summary>
internal static class Conventions
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        // Every index of a tenant table is named in its mapping, beginning with the tenant.
        builder.Conventions.Remove<ForeignKeyIndexConvention>();
        Word<StepState>(builder);
        Word<BlockReason>(builder);
        Word<DeadlineKind>(builder);
        Word<LawUnit>(builder);
        Word<CaseEventKind>(builder);
        Word<ClosureReason>(builder);
        Word<HandoverKind>(builder);
        Word<HandoverState>(builder);
        Word<HandoverAlarm>(builder);
        Word<DeclineReason>(builder);
        Word<ImportState>(builder);
        Word<ImportRowState>(builder);
        Word<FactKind>(builder);
        Word<Sex>(builder);
        Word<ConsentForm>(builder);
        Word<WithdrawnAs>(builder);
        Word<RestrictionAskedBy>(builder);
        Word<InformedAs>(builder);
        Word<PersonQuestionKind>(builder);
        Word<VolunteerState>(builder);
        Word<RequestState>(builder);
        Word<TandemState>(builder);
        Word<TandemForm>(builder);
        Word<TandemEndReason>(builder);
        Word<MentoringFigure>(builder);
        Word<SessionPlace>(builder);
        Word<TrafficLight>(builder);
        Word<ReviewSide>(builder);
        Word<AnswerKind>(builder);
        Word<AssessmentLevel>(builder);
        Word<KeyKind>(builder);
        Word<Role>(builder);
        Word<AccessKind>(builder);
        Word<MailTemplate>(builder);
        Word<HandbookKind>(builder);
        Word<EntryLanguage>(builder);
        Word<EntryState>(builder);
        Word<FieldOfAction>(builder);
        Word<WorkPhase>(builder);
        Word<CostBand>(builder);
        Word<EvidenceGrade>(builder);
        Word<DelayReason>(builder);
        Word<MeasureState>(builder);
        Word<DecisionOutcome>(builder);
        Word<PilotLight>(builder);
        Word<PartnerKind>(builder);
        Word<WorkshopState>(builder);
        Word<ParticipantGroup>(builder);
        Word<RecommendationState>(builder);
        Word<AdoptionOutcome>(builder);
        Word<QuestionState>(builder);
        Word<SurveyAudience>(builder);
        builder.Properties<PartialDate>().HaveConversion<PartialDateText>().HaveMaxLength(10);
    }

    private static void Word<TEnum>(ModelConfigurationBuilder builder)
        where TEnum : struct, Enum => builder.Properties<TEnum>().HaveConversion<string>().HaveMaxLength(30);

    private sealed class PartialDateText() : ValueConverter<PartialDate, string>(d => d.ToString(), t => PartialDate.FromStored(t));
}
