using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.PersonLinks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class PersonLinkMapping : IEntityTypeConfiguration<PersonLink>
{
    public void Configure(EntityTypeBuilder<PersonLink> builder)
    {
        builder.ToTable("person_link", t => t.HasCheckConstraint("ck_person_link_revoked_wholly", "num_nonnulls(revoked_at, revoked_by_user_id) in (0, 2)"));
        builder.HasKey(l => new { l.TenantId, l.CaseId });
        builder.Ignore(l => l.Category);
        builder.Property(l => l.TokenHash).HasMaxLength(32);
        builder.Property(l => l.CodeHash).HasMaxLength(32);
        builder.Property(l => l.Language).HasMaxLength(10);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<CasePath>().WithMany().HasForeignKey(l => new { l.TenantId, l.CaseId });
    }
}

public sealed class PersonQuestionMapping : IEntityTypeConfiguration<PersonQuestion>
{
    public void Configure(EntityTypeBuilder<PersonQuestion> builder)
    {
        builder.ToTable("person_question", t => t.HasCheckConstraint(
            "ck_person_question_answered_wholly", "num_nonnulls(answer, answered_at, answered_by_user_id, answered_by_actor_id) in (0, 4)"));
        builder.HasKey(q => new { q.TenantId, q.CaseId, q.Id });
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Ignore(q => q.Category);
        builder.Ignore(q => q.IsOpen);
        builder.Property(q => q.Text).HasMaxLength(PersonQuestion.TextLength);
        builder.Property(q => q.Answer).HasMaxLength(PersonQuestion.TextLength);
        builder.Property(q => q.Language).HasMaxLength(10);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<CasePath>().WithMany().HasForeignKey(q => new { q.TenantId, q.CaseId });
        builder.HasOne<CaseStep>().WithMany().HasForeignKey(q => new { q.TenantId, q.CaseId, q.StepId });
        // What waits for an answer is rare, and asked for at every visit to the worklist.
        builder.HasIndex(q => new { q.TenantId, q.AskedAt }).HasFilter("answered_at is null").HasDatabaseName("ix_person_question_open");
    }
}
