# Runs a C# program with pinned packages in a temporary folder and compares what it prints.
# expect PACKAGE@VERSION... < program, with the expected output in $seen
set -eu
lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

expect() {
  local folder references="" package actual
  folder=$(mktemp -d)
  trap "rm -rf '$folder'" EXIT
  for package in "$@"; do references="$references<PackageReference Include=\"${package%@*}\" Version=\"${package#*@}\" />"; done
  cat > "$folder/Program.cs"
  case "$*" in *OnnxRuntime*) cp "$lib"/*.cs "$folder/" ;; esac
  cat > "$folder/finding.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><InvariantGlobalization>true</InvariantGlobalization>
    <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier><SelfContained>false</SelfContained><NoWarn>NU1603;NU1903</NoWarn>
  </PropertyGroup>
  <ItemGroup>$references</ItemGroup>
</Project>
PROJECT
  dotnet build "$folder" -c Release -v q --nologo -o "$folder/out" > "$folder/log" 2>&1 || { cat "$folder/log"; echo "the program doesn't build"; return 2; }
  actual=$(dotnet "$folder/out/finding.dll") || { echo "the program failed"; return 2; }
  if [ "$actual" = "$seen" ]; then echo "as stated: $(basename "$0" .sh)"; return; fi
  echo "CHANGED: $(basename "$0" .sh)"
  diff <(echo "$seen") <(echo "$actual") || return 1
}
