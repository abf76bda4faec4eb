using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class PersonFactMapping : IEntityTypeConfiguration<PersonFact>
{
    public void Configure(EntityTypeBuilder<PersonFact> builder)
    {
        builder.ToTable("person_fact", t =>
        {
            t.HasCheckConstraint("ck_person_fact_one_category", "category > 0 and (category & (category - 1)) = 0");
            t.HasCheckConstraint("ck_person_fact_withdrawn_wholly", "num_nonnulls(withdrawn_at, withdrawn_by_user_id, withdrawn_by_actor_id, withdrawal_reason) in (0, 4) and btrim(withdrawal_reason) <> ''");
        });
        builder.HasKey(f => new { f.TenantId, f.CaseId, f.Id });
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Code).HasMaxLength(50);
        builder.Property(f => f.Value).HasMaxLength(PersonFact.ValueLength);
        builder.Property(f => f.Source).HasMaxLength(PersonFact.SourceLength);
        builder.Property(f => f.WithdrawalReason).HasMaxLength(PersonFact.ReasonLength);
        // Of two who withdraw at once one is told that the other was faster.
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Person>().WithMany().HasForeignKey(f => new { f.TenantId, f.CaseId, f.PersonId });
    }
}
