using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.HasKey(p => new { p.TenantId, p.CaseId, p.Id });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Category);
        builder.Property(p => p.OfficialName).HasMaxLength(Person.NameLength);
        builder.Property(p => p.CalledName).HasMaxLength(Person.NameLength);
        builder.Property(p => p.NameInOwnScript).HasMaxLength(Person.NameLength);
        builder.Property(p => p.ShortName).HasMaxLength(Person.NameLength + ShownName.InitialLength + 2);
        builder.Property(p => p.InterpreterNote).HasMaxLength(Person.InterpreterNoteLength);
        builder.Property(p => p.Reach).HasMaxLength(Person.ReachLength);
        builder.PrimitiveCollection(p => p.Languages).HasColumnType("text[]");
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<CasePath>().WithMany().HasForeignKey(p => new { p.TenantId, p.CaseId });
    }
}
